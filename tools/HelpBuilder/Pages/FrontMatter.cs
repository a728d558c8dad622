using Markdig.Extensions.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>What a page says of itself.</summary>
internal sealed class FrontMatter
{
    private readonly PageFile _file;
    private readonly YamlFrontMatterBlock _block;
    private readonly Dictionary<string, string?> _values;

    private FrontMatter(PageFile file, YamlFrontMatterBlock block, Dictionary<string, string?> values)
    {
        _file = file;
        _block = block;
        _values = values;
    }

    public static FrontMatter Read(PageFile file, YamlFrontMatterBlock block)
    {
        try
        {
            return new FrontMatter(file, block, new DeserializerBuilder().Build().Deserialize<Dictionary<string, string?>>(block.Lines.ToString()) ?? []);
        }
        catch (YamlException e)
        {
            throw file.Error(block, $"The front matter is no YAML of texts: {e.Message}");
        }
    }

    /// <summary>A value that has to be there; it may be empty.</summary>
    public string Get(string key) => _values.TryGetValue(key, out var value) ? value ?? "" : throw _file.Error(_block, $"The front matter lacks '{key}'.");

    /// <summary>Fails unless a value is what it must be.</summary>
    public void Expect(string key, string value)
    {
        if (Get(key) != value)
        {
            throw _file.Error(_block, $"'{key}' in the front matter is '{value}', not '{Get(key)}'.");
        }
    }
}
