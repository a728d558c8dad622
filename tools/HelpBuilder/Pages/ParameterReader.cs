using Markdig.Syntax;
using SiliconFlow.HelpBuilder.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>Reads the section of a parameter: its text, and its YAML block at the end.</summary>
internal static class ParameterReader
{
    public static Parameter Read(Section section)
    {
        if (!section.Title.StartsWith('-'))
        {
            throw section.Error("The heading of a parameter is its name with a hyphen, as in '### -Name'.");
        }

        if (section.Blocks is not [_, .., FencedCodeBlock { Info: "yaml" } yaml])
        {
            throw section.Error("A parameter has text and then, at the end, a fenced block ```yaml.");
        }

        var facts = ReadFacts(section.File, yaml);
        return facts.Type.Length > 0 && facts.ParameterSets.Count > 0
            ? new Parameter(section.Title[1..], Prose.Read(section.File, section.Blocks.SkipLast(1)), facts)
            : throw section.File.Error(yaml, "A parameter has a Type and ParameterSets.");
    }

    private static ParameterFacts ReadFacts(PageFile file, FencedCodeBlock yaml)
    {
        try
        {
            return new DeserializerBuilder().Build().Deserialize<ParameterFacts>(yaml.Lines.ToString());
        }
        catch (YamlException e)
        {
            throw new PageException(file.Path, yaml.Line + 1 + (int)e.Start.Line, $"The YAML of a parameter is not in the schema: {e.InnerException?.Message ?? e.Message}");
        }
    }
}
