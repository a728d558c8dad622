using System.Xml.Linq;
using SiliconFlow.HelpBuilder.Pages;

namespace SiliconFlow.HelpBuilder.Output;

/// <summary>Writes a parameter as MAML: in the list of parameters, or shorter as a part of the syntax.</summary>
internal static class MamlParameter
{
    private static readonly XNamespace Text = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static XElement Write(Parameter parameter, ParameterSetFacts set, bool isSyntax)
    {
        var facts = parameter.Facts;
        return new XElement(
            Command + "parameter",
            new XAttribute("required", set.IsRequired),
            new XAttribute("variableLength", facts.Type.EndsWith("[]", StringComparison.Ordinal)),
            new XAttribute("globbing", facts.SupportsWildcards),
            new XAttribute("pipelineInput", PipelineInput(facts)),
            new XAttribute("position", set.Position == "Named" ? "named" : set.Position),
            new XAttribute("aliases", facts.Aliases.Count > 0 ? string.Join(", ", facts.Aliases) : "none"),
            new XElement(Text + "name", parameter.Name),
            isSyntax ? null : Maml.Paragraphs(Text + "description", parameter.Description),
            facts.AcceptedValues.Count > 0 && isSyntax ? new XElement(Command + "parameterValueGroup", facts.AcceptedValues.Select(WriteValue)) : null,
            facts.IsSwitch ? null : WriteValue(ShortName(facts.Type)),
            new XElement(Dev + "type", new XElement(Text + "name", ShortName(facts.Type))),
            new XElement(Dev + "defaultValue", facts.DefaultValue));
    }

    private static XElement WriteValue(string value) => new(
        Command + "parameterValue",
        new XAttribute("required", true),
        new XAttribute("variableLength", false),
        value);

    private static string PipelineInput(ParameterFacts facts)
    {
        var ways = new List<string>();
        if (facts.ParameterSets.Any(set => set.ValueFromPipeline))
        {
            ways.Add("ByValue");
        }

        if (facts.ParameterSets.Any(set => set.ValueFromPipelineByPropertyName))
        {
            ways.Add("ByPropertyName");
        }

        return ways.Count > 0 ? $"true ({string.Join(", ", ways)})" : "false";
    }

    /// <summary>A type without its namespace; of a type that may be null, the type.</summary>
    private static string ShortName(string type)
    {
        const string Nullable = "System.Nullable`1[";
        var inner = type.StartsWith(Nullable, StringComparison.Ordinal) ? type[Nullable.Length..^1] : type;
        return inner[(inner.LastIndexOf('.') + 1)..];
    }
}
