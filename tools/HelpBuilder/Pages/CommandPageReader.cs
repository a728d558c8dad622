using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiliconFlow.HelpBuilder.Text;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>Reads the page of a cmdlet by the schema of PlatyPS. The headings are English in every language.</summary>
internal static partial class CommandPageReader
{
    private const string Schema = "2024-05-01";
    private const string CommonParameters = "CommonParameters";

    private static readonly string[] Headings =
        ["SYNOPSIS", "SYNTAX", "ALIASES", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    public static CommandPage Read(PageFile file)
    {
        file.FrontMatter.Expect("document type", "cmdlet");
        file.FrontMatter.Expect("PlatyPS schema version", Schema);
        _ = file.FrontMatter.Get("Module Name");
        _ = file.FrontMatter.Get("ms.date");
        var sections = Section.Of(file);
        CheckHeadings(file, sections);

        var parameters = ReadParameters(sections[5]);
        return new CommandPage
        {
            Name = file.Name,
            HelpFile = file.FrontMatter.Get("external help file"),
            HelpUri = file.FrontMatter.Get("HelpUri"),
            Synopsis = ReadSynopsis(sections[0]),
            Syntax = [.. sections[1].Parts().Select(part => ReadSyntax(part, parameters))],
            Description = ReadText(sections[3]),
            Examples = [.. NotEmpty(sections[4], sections[4].Parts()).Select(ExampleReader.Read)],
            Parameters = parameters,
            Inputs = ReadTypes(sections[6]),
            Outputs = ReadTypes(sections[7]),
            Notes = ReadText(sections[8]),
            Links = ReadLinks(sections[9]),
        };
    }

    private static void CheckHeadings(PageFile file, IReadOnlyList<Section> sections)
    {
        for (var i = 0; i < Math.Max(sections.Count, Headings.Length); i++)
        {
            var found = i < sections.Count ? sections[i] : null;
            var expected = i < Headings.Length ? Headings[i] : null;
            if (found?.Title != expected)
            {
                throw expected is null ? found!.Error("No further section belongs to a page.")
                    : found is null ? file.Error(file.Title, $"The page lacks the section '## {expected}'.")
                    : found.Error($"Here the section '## {expected}' must stand.");
            }
        }
    }

    private static string ReadSynopsis(Section section) => ReadText(section) is [var only]
        ? only.ToString()
        : throw section.Error("The synopsis is one paragraph.");

    private static (string ParameterSet, IReadOnlyList<string> Parameters) ReadSyntax(Section section, IReadOnlyList<Parameter> parameters)
    {
        var set = section.Title.EndsWith(" (Default)", StringComparison.Ordinal) ? section.Title[..^" (Default)".Length] : section.Title;
        if (section.Blocks is not [FencedCodeBlock code])
        {
            throw section.Error("The syntax of a parameter set is one fenced block.");
        }

        var names = ParameterName().Matches(code.Lines.ToString()).Select(match => match.Value).ToArray();
        var stranger = names.FirstOrDefault(name => parameters.FirstOrDefault(parameter => parameter.Name == name)?.In(set) is null);
        return stranger is null ? (set, names) : throw section.Error($"-{stranger} has no section below PARAMETERS, or its YAML lacks this parameter set.");
    }

    private static Parameter[] ReadParameters(Section section) => section.Parts() is [.., { Title: CommonParameters }] parts
        ? [.. parts.SkipLast(1).Select(ParameterReader.Read)]
        : throw section.Error($"The last parameter is '### {CommonParameters}'.");

    private static IReadOnlyList<PipelineType> ReadTypes(Section section) => [.. section.Parts().Select(part => new PipelineType(part.Title, ReadText(part)))];

    private static IReadOnlyList<(string Text, string Uri)> ReadLinks(Section section) => section.Blocks is [ListBlock list]
        ? [.. list.Descendants<LinkInline>().Select(link => (InlineText.Of(section.File, list, link), link.Url ?? ""))]
        : throw section.Error("Related links are one list of links.");

    private static IReadOnlyList<TextBlock> ReadText(Section section) => NotEmpty(section, Prose.Read(section.File, section.Blocks));

    private static IReadOnlyList<T> NotEmpty<T>(Section section, IReadOnlyList<T> found) =>
        found.Count > 0 ? found : throw section.Error("The section is empty.");

    [GeneratedRegex(@"(?<=[\s\[]-)\w+")]
    private static partial Regex ParameterName();
}
