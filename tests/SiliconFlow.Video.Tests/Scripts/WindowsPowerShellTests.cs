using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Scripts;

/// <summary>All scripts that a user of Windows PowerShell 5.1 runs or copies are scripts of its language, and read in it as they were written.</summary>
public sealed partial class WindowsPowerShellTests
{
    public static TheoryData<string> Scripts =>
    [
        "build.ps1",
        "SiliconFlow.Video.psd1",
        .. In("src/SiliconFlow.Video", "*.ps*1"),
        .. In("examples", "*.ps1"),
        .. In("tests/Pester", "*.ps1"),
    ];

    public static TheoryData<string> FormatFiles => [.. In("src/SiliconFlow.Video", "*.ps1xml")];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_uses_nothing_later(string file) => Assert.Empty(LaterSyntax.In(WithoutLaterTests(Text(file))));

    [Theory]
    [MemberData(nameof(FormatFiles))]
    public void A_script_in_a_format_file_uses_nothing_later(string file) => Assert.All(
        XDocument.Load(Path.Combine(Repository.Root, file)).Descendants().Where(element => element.Name.LocalName is "ScriptBlock" or "Script" or "GetScriptBlock"),
        element => Assert.Empty(LaterSyntax.In(element.Value)));

    [Fact]
    public void Examples_on_the_pages_use_nothing_later() => Assert.All(
        Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)).SelectMany(Fences),
        script => Assert.Empty(LaterSyntax.In(script)));

    // Windows PowerShell reads a file without a byte order mark in the code page of the machine.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_that_is_not_all_ASCII_has_a_byte_order_mark(string file)
    {
        byte[] content = File.ReadAllBytes(Path.Combine(Repository.Root, file));

        Assert.True(content.All(letter => letter < 128) || content.AsSpan().StartsWith(Encoding.UTF8.Preamble));
    }

    [Theory]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("${a}?[0]")]
    [InlineData("one && two")]
    [InlineData("one || two")]
    [InlineData("one &")]
    [InlineData("function f { process { } clean { } }")]
    [InlineData("\"in text: $($a ?? 1)\"")]
    [InlineData("if ($IsWindows) { }")]
    [InlineData("\"$IsCoreCLR\"")]
    [InlineData("$PSStyle.Reset")]
    [InlineData("1..4 | ForEach-Object -Parallel { $_ }")]
    [InlineData("Get-Content x -AsByteStream")]
    [InlineData("'{}' | convertfrom-json -asHashtable")]
    [InlineData("Set-Content x -Value y -Encoding utf8NoBOM")]
    [InlineData("Get-Error")]
    [InlineData("$a = 0b101")]
    [InlineData("$a = 10u")]
    [InlineData("\"`e[1m\"")]
    [InlineData("if (")]
    public void What_is_later_is_found(string script) => Assert.NotEmpty(LaterSyntax.In(script));

    [Theory]
    [InlineData("& $command 1 0x1F 10kb 5d 7l 1e3 \"`n?? && `$IsWindows\" 'a ? b : c' # a ?? b")]
    [InlineData("$a.Where{ $_ -and 1 } | ForEach-Object { $_ } | Where-Object Name -EQ x; class C { [int] $N }")]
    [InlineData("$items | ? { $_ } | % { $_ }")]
    public void What_is_not_later_is_left_alone(string script) => Assert.Empty(LaterSyntax.In(script));

    private static string[] In(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>Without the tests that Pester skips there; they end at the closing brace of their own indentation.</summary>
    private static string WithoutLaterTests(string script) => LaterTest().Replace(script, "");

    private static IEnumerable<string> Fences(string page) => Fence().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^( +)It '[^\n]* -Skip:\(\$PSVersionTable\.PSVersion\.Major -lt 7\) \{\n.*?\n\1\}$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex LaterTest();

    [GeneratedRegex("^```powershell\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
