using System.Text;
using SiliconFlow.Video.Prompts;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Prompts;

/// <summary>A folder with files of prompts, which are read by the engine alone.</summary>
internal sealed class PromptFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string this[string name] => _folder[name];

    /// <summary>Writes a file and reads it.</summary>
    public PromptFile Read(string name, string text, Encoding? told = null, char? delimiter = null) => Read(name, Encoding.UTF8.GetBytes(text), told, delimiter);

    /// <inheritdoc cref="Read(string, string, Encoding?, char?)"/>
    public PromptFile Read(string name, byte[] content, Encoding? told = null, char? delimiter = null)
    {
        File.WriteAllBytes(_folder[name], content);
        return Read(name, told, delimiter);
    }

    /// <summary>Reads a file that is there.</summary>
    public PromptFile Read(string name, Encoding? told = null, char? delimiter = null) => PromptFile.Read(
        new PromptSource(_folder[name], name), told, delimiter, firstRow: 1, image => Path.Combine(_folder.Path, image), CancellationToken.None);

    /// <summary>The error of a file that cannot be read as a whole.</summary>
    public SFVideoPromptFileException Fail(string name, string text, Encoding? told = null, char? delimiter = null) => Fail(name, Encoding.UTF8.GetBytes(text), told, delimiter);

    /// <inheritdoc cref="Fail(string, string, Encoding?, char?)"/>
    public SFVideoPromptFileException Fail(string name, byte[] content, Encoding? told = null, char? delimiter = null)
    {
        var error = Assert.Throws<SFVideoPromptFileException>(() => Read(name, content, told, delimiter));
        Assert.Equal(_folder[name], error.File);
        return error;
    }

    /// <summary>All that is wrong with the rows of a text.</summary>
    public string[] Faults(string name, string text) => [.. Read(name, text).Rows.SelectMany(row => row.Faults).Select(fault => fault.Message)];

    /// <summary>The prompts of a text's rows, which have to be right.</summary>
    public string[] Prompts(string name, string text) => [.. Good(Read(name, text)).Select(row => row.Prompt!)];

    /// <summary>The rows, which have to be right.</summary>
    public static SFVideoRequest[] Good(PromptFile file)
    {
        Assert.Empty(file.Rows.SelectMany(row => row.Faults));
        return [.. file.Rows.Select(row => row.Row)];
    }

    public void Dispose() => _folder.Dispose();
}
