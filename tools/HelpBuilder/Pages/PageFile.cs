using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace SiliconFlow.HelpBuilder.Pages;

/// <summary>A page's file, read as Markdown.</summary>
internal sealed class PageFile
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UsePreciseSourceLocation().Build();

    private PageFile(string path, MarkdownDocument document)
    {
        Path = path;
        if (document is not [YamlFrontMatterBlock header, HeadingBlock { Level: 1 } title, ..])
        {
            throw Error(null, "A page begins with its front matter between two lines '---', and its title as '# title'.");
        }

        FrontMatter = FrontMatter.Read(this, header);
        Title = title;
        Blocks = [.. document.Skip(2)];
        if (PlainText(title) != Name)
        {
            throw Error(title, $"The title is the name of the file: '{Name}'.");
        }

        FrontMatter.Expect("title", Name);
        FrontMatter.Expect("Locale", Locale);
    }

    public string Path { get; }

    /// <summary>The name of what the page is about, as its file bears it.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The language, as its folder bears it.</summary>
    public string Locale => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)!);

    public FrontMatter FrontMatter { get; }

    public HeadingBlock Title { get; }

    /// <summary>What follows the title.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    public static PageFile Read(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        return new PageFile(path, Markdown.Parse(File.ReadAllText(path), Pipeline));
    }

    /// <summary>The error that something is not right at a block, or in the first line.</summary>
    public PageException Error(Block? at, string message) => new(Path, (at?.Line ?? 0) + 1, message);

    /// <summary>A heading as it reads.</summary>
    public string PlainText(HeadingBlock heading) => Text.InlineText.Of(this, heading);
}
