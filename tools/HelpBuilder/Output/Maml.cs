using System.Xml.Linq;
using SiliconFlow.HelpBuilder.Pages;
using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Output;

/// <summary>Writes pages of cmdlets as MAML, the XML that Get-Help reads.</summary>
internal static class Maml
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XDocument Write(IEnumerable<CommandPage> pages) => new(
        new XDeclaration("1.0", "utf-8", null),
        new XElement(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Text),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            pages.Select(Write)));

    private static XElement Write(CommandPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", page.Name),
            Paragraphs(Text + "description", [page.Synopsis]),
            new XElement(Command + "verb", page.Name.Split('-')[0]),
            new XElement(Command + "noun", page.Name.Split('-')[1])),
        Paragraphs(Text + "description", page.Description),
        new XElement(Command + "syntax", page.Syntax.Select(syntax => WriteSyntax(page, syntax))),
        new XElement(Command + "parameters", page.Parameters.Select(parameter => MamlParameter.Write(parameter, parameter.Facts.ParameterSets[0], isSyntax: false))),
        new XElement(Command + "inputTypes", page.Inputs.Select(type => WriteType(Command + "inputType", type))),
        new XElement(Command + "returnValues", page.Outputs.Select(type => WriteType(Command + "returnValue", type))),
        new XElement(Text + "alertSet", Paragraphs(Text + "alert", page.Notes)),
        new XElement(Command + "examples", page.Examples.Select(WriteExample)),
        new XElement(Command + "relatedLinks", WriteLinks(page)));

    private static XElement WriteSyntax(CommandPage page, (string ParameterSet, IReadOnlyList<string> Parameters) syntax) => new(
        Command + "syntaxItem",
        new XElement(Text + "name", page.Name),
        from name in syntax.Parameters
        let parameter = page.Parameters.First(parameter => parameter.Name == name)
        select MamlParameter.Write(parameter, parameter.In(syntax.ParameterSet)!, isSyntax: true));

    private static XElement WriteType(XName name, PipelineType type) => new(
        name,
        new XElement(Dev + "type", new XElement(Text + "name", type.Name)),
        Paragraphs(Text + "description", type.Description));

    /// <summary>The text stands behind the code: what stands before it the engine takes for a prompt and puts on its line.</summary>
    private static XElement WriteExample(Example example) => new(
        Command + "example",
        new XElement(Text + "title", $"---------- {example.Title} ----------"),
        new XElement(Dev + "code", example.Output.Length == 0 ? example.Code : $"{example.Code}\n\n{example.Output}"),
        Paragraphs(Dev + "remarks", [.. example.Remarks, "", ""]));

    private static IEnumerable<XElement> WriteLinks(CommandPage page)
    {
        IEnumerable<(string Text, string Uri)> online = page.HelpUri.Length > 0 ? [("Online Version:", page.HelpUri)] : [];
        return from link in online.Concat(page.Links)
               select new XElement(
                   Text + "navigationLink",
                   new XElement(Text + "linkText", link.Text),
                   new XElement(Text + "uri", link.Uri.StartsWith("http", StringComparison.Ordinal) ? link.Uri : ""));
    }

    internal static XElement Paragraphs(XName name, IEnumerable<object> paragraphs) => new(name, paragraphs.Select(paragraph => new XElement(Text + "para", paragraph)));
}
