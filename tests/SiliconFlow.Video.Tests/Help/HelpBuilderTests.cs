using SiliconFlow.HelpBuilder;
using SiliconFlow.HelpBuilder.Text;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Help;

public sealed class HelpBuilderTests
{
    [Theory]
    [InlineData("## NOTES", "## REMARKS", "## REMARKS", "'## NOTES'")]
    [InlineData("## RELATED LINKS\n", "", "# New-SFVideo", "'## RELATED LINKS'")]
    [InlineData("# New-SFVideo\n", "# New-Video\n", "# New-Video", "'New-SFVideo'")]
    [InlineData("Locale: en-US", "Locale: de-DE", "---", "'Locale'")]
    [InlineData("PlatyPS schema version: 2024-05-01", "PlatyPS schema version: 2.0.0", "---", "'PlatyPS schema version'")]
    [InlineData("HelpUri: ''\n", "", "---", "'HelpUri'")]
    [InlineData("### -Prompt\n", "### Prompt\n", "### Prompt", "-Name")]
    [InlineData("DefaultValue: 600\n", "Default: 600\n", "Default: 600", "'Default'")]
    [InlineData("- Name: (All)\n  Position: 0\n", "- Name: Other\n  Position: 0\n", "### __AllParameterSets", "-Prompt")]
    [InlineData("New-SFVideo [-Prompt]", "New-SFVideo [-Text]", "### __AllParameterSets", "-Text")]
    [InlineData("### CommonParameters", "### Common", "## PARAMETERS", "CommonParameters")]
    [InlineData("Asks before each submit.\n", "", "### -Confirm", "has text")]
    [InlineData("Asks before each submit.\n", "<b>Asks</b> before each submit.\n", "<b>Asks</b> before each submit.", "HtmlInline")]
    [InlineData("Asks before each submit.\n", "> Asks before each submit.\n", "> Asks before each submit.", "QuoteBlock")]
    [InlineData("```powershell\n'a cat in the rain'", "```console\n'a cat in the rain'", "### Example 1: Make a video of a prompt", "one fenced block")]
    public void A_page_that_is_not_in_the_schema_is_an_error_with_its_line(string text, string replacement, string lineAtFault, string message)
    {
        using var folder = new TemporaryFolder();
        var page = HelpPages.Read("en-US", "New-SFVideo");
        Assert.Contains(text, page, StringComparison.Ordinal);
        var changed = Replace(page, text, replacement);

        var error = Assert.Throws<PageException>(() => Build(folder, "New-SFVideo", changed));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(lineAtFault, changed.Split('\n')[error.Line - 1]);
        Assert.StartsWith($"{Path.Combine(folder.Path, "en-US", "New-SFVideo.md")}({error.Line}): error HELP001: ", error.ForBuild, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_has_a_short_and_a_long_description()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<PageException>(() => Build(folder, "about_x", "---\nLocale: en-US\ntitle: about_x\n---\n\n# about_x\n\n## LONG DESCRIPTION\n\nText.\n"));

        Assert.Contains("SHORT DESCRIPTION", error.Message, StringComparison.Ordinal);
        Assert.Equal(6, error.Line);
    }

    [Fact]
    public void A_topic_is_plain_text()
    {
        using var folder = new TemporaryFolder();

        Build(folder, "about_x", """
            ---
            Locale: en-US
            title: about_x
            ---

            # about_x

            ## SHORT DESCRIPTION

            It is `short`
            and **plain**.

            ## LONG DESCRIPTION

            - one
            - two [there](https://example.org)
              1. nested

            ### Tables

            | id | meaning | action |
            |---|---|---|
            | A | `a` | wait |
            | B | b | |

            ```powershell
            if ($true) {
                'x'
            }
            ```
            """.ReplaceLineEndings("\n"));

        Assert.Equal(
            """
            TOPIC
                about_x

            SHORT DESCRIPTION
                It is short and plain.

            LONG DESCRIPTION
                - one
                - two there (https://example.org)
                  1. nested

              Tables
                A
                    meaning: a
                    action: wait
                B
                    meaning: b

                    if ($true) {
                        'x'
                    }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(folder["out/about_x.help.txt"]));
    }

    [Fact]
    public void Words_stay_whole_and_further_lines_are_set_in()
    {
        var lines = TextWrapper.Wrap(new TextLine("one two three a-very-long-word four", Indent: 2, Mark: "- "), width: 14);

        Assert.Equal(["  - one two", "    three", "    a-very-long-word", "    four"], lines);
    }

    [Fact]
    public void Chinese_is_wrapped_between_characters_and_by_its_width()
    {
        var lines = TextWrapper.Wrap(new TextLine("每次提交都要付费，服务（SiliconFlow）无法取消。"), width: 18).ToArray();

        Assert.Equal(["每次提交都要付费，", "服务", "（SiliconFlow）无", "法取消。"], lines);
        Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 0, 18));
    }

    [Fact]
    public void Broken_lines_are_joined_with_a_blank_but_not_between_Chinese_characters()
    {
        using var folder = new TemporaryFolder();

        Build(folder, "about_x", "---\nLocale: en-US\ntitle: about_x\n---\n\n# about_x\n\n## SHORT DESCRIPTION\n\n每次提交\n都要 pay\nmoney\n\n## LONG DESCRIPTION\n\nText.\n");

        Assert.Contains("\n    每次提交都要 pay money\n", File.ReadAllText(folder["out/about_x.help.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_headers_of_tables_have_a_Chinese_colon()
    {
        using var folder = new TemporaryFolder();

        Build(folder, "about_x", "---\nLocale: en-US\ntitle: about_x\n---\n\n# about_x\n\n## SHORT DESCRIPTION\n\nText.\n\n## LONG DESCRIPTION\n\n| id | 含义 | action |\n|---|---|---|\n| A | 等待 | wait |\n");

        Assert.Contains("\n        含义：等待\n        action: wait\n", File.ReadAllText(folder["out/about_x.help.txt"]), StringComparison.Ordinal);
    }

    private static void Build(TemporaryFolder folder, string name, string page)
    {
        Directory.CreateDirectory(folder["en-US"]);
        File.WriteAllText(folder[$"en-US/{name}.md"], page);
        LanguageFolder.Build(folder["en-US"], folder["out"]);
    }

    private static string Replace(string page, string text, string replacement)
    {
        var at = page.IndexOf(text, StringComparison.Ordinal);
        return page[..at] + replacement + page[(at + text.Length)..];
    }
}
