using System.Management.Automation;
using System.Text;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Import-SFVideoPrompt as users meet it: paths, encodings, and all or nothing.</summary>
public sealed class ImportSFVideoPromptTests : IDisposable
{
    private const string MakeDrive =
        "$null = $ExecutionContext.SessionState.Drive.New([System.Management.Automation.PSDriveInfo]::new('J', $ExecutionContext.SessionState.Provider.GetOne('FileSystem'), $root, '', $null), 'global'); ";

    private readonly TemporaryFolder _folder = new();
    private readonly ModuleRunspace _session = ModuleRunspace.Open();

    public ImportSFVideoPromptTests() => Run("$ExecutionContext.SessionState.Path.SetLocation($root)").ThrowOnError();

    [Theory]
    [InlineData("Import-SFVideoPrompt a.csv")]
    [InlineData("Import-SFVideoPrompt -Path ./a.csv")]
    [InlineData("Import-SFVideoPrompt a.c*")]
    [InlineData("Import-SFVideoPrompt -LiteralPath a.csv")]
    [InlineData("Import-SFVideoPrompt -LP a.csv")]
    [InlineData("Import-SFVideoPrompt J:/a.csv")]
    [InlineData("Import-SFVideoPrompt -LiteralPath J:a.csv")]
    [InlineData("'a.csv' | Import-SFVideoPrompt")]
    [InlineData("[IO.FileInfo] \"$root/a.csv\" | Import-SFVideoPrompt")]
    [InlineData("[pscustomobject] @{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$root/a.csv\" } | Import-SFVideoPrompt")]
    [InlineData("[pscustomobject] @{ Path = 'a.csv' } | Import-SFVideoPrompt")]
    [InlineData("[pscustomobject] @{ FullName = \"$root/a.csv\" } | Import-SFVideoPrompt")]
    [InlineData("Import-SFVideoPrompt \"FileSystem::$root/a.csv\"")]
    public void A_file_is_given_in_many_ways(string script)
    {
        Write("a.csv", "Prompt\na cat\n");

        var result = Run(MakeDrive + script).ThrowOnError();

        Assert.Equal(["a cat"], result.Output.Get("Prompt"));
        Assert.Equal([_folder["a.csv"]], result.Output.Get("File"));
    }

    [Fact]
    public void Brackets_in_names_are_wildcards_or_not()
    {
        Write("a[1].csv", "Prompt\nliteral\n");
        Write("a1.csv", "Prompt\nwildcard\n");

        Assert.Equal(["wildcard"], Run("Import-SFVideoPrompt 'a[1].csv'").ThrowOnError().Output.Get("Prompt"));
        Assert.Equal(["literal"], Run("Import-SFVideoPrompt -LiteralPath 'a[1].csv'").ThrowOnError().Output.Get("Prompt"));
    }

    [Fact]
    public void Many_files_are_one_input_in_the_order_of_their_names()
    {
        Write("b.jsonl", "{\"prompt\":\"3\"}\n");
        Write("a.csv", "Prompt\n1\n2\n");

        var result = Run("Import-SFVideoPrompt *").ThrowOnError();

        Assert.Equal([("1", 1, 2), ("2", 2, 3), ("3", 3, 1)], result.Output.Select(row => ((string)row.Get("Prompt")!, (int)row.Get("Row")!, (int)row.Get("Line")!)));
    }

    [Fact]
    public void A_fault_in_any_file_keeps_all_rows_back()
    {
        Write("a.csv", "Prompt\ngood\n");
        Write("b.csv", "Prompt,Seed\nbad,x\ngood too,1\n");

        var result = Run("'a.csv', 'b.csv' | Import-SFVideoPrompt");

        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.Equal(("InvalidRequest", "SFVideoInvalidRequestException", "b.csv:2:5 (column Seed): The seed 'x' is not a whole number."), (error.Id(), error.Kind(), error.ToString()));
        Assert.Equal((_folder["b.csv"], 2, 5, "Seed"), (error.Get("File"), error.Get("Line"), error.Get("Column"), error.Get("Header")));
        Assert.Equal(("bad", null), (PSObject.AsPSObject(error.TargetObject).Get("Prompt"), PSObject.AsPSObject(error.TargetObject).Get("Seed")));
        Assert.Equal("b.csv:2 (bad)", error.TargetObject.ToString());
        Assert.Equal("None of the 3 rows was passed on, since there are faults. -SkipInvalid passes on those that are good: 2.", Assert.Single(result.Warnings));
    }

    [Fact]
    public void Good_rows_go_on_where_that_is_asked_for()
    {
        Write("a.csv", "Prompt,Seed\nbad,x\ngood,1\n");

        var result = Run("Import-SFVideoPrompt a.csv, none.csv -SkipInvalid");

        Assert.Equal(["good"], result.Output.Get("Prompt"));
        Assert.Equal(["InvalidRequest", "PromptFileUnreadable"], result.Errors.Select(error => error.Id()));
    }

    [Theory]
    [InlineData("none.csv")]
    [InlineData("*.none")]
    [InlineData("X:/a.csv")]
    [InlineData("Env:/PATH")]
    [InlineData("folder")]
    [InlineData("broken.csv")]
    [InlineData("broken.json")]
    [InlineData("[a")]
    public void What_cannot_be_read_is_an_error_that_does_not_end_the_call(string path)
    {
        Directory.CreateDirectory(_folder["folder"]);
        Write("broken.csv", "Prompt\n\"a\n");
        Write("broken.json", "[");

        var result = Run($"Import-SFVideoPrompt '{path}'; 'gone on'");

        Assert.Equal(["gone on"], result.Lines);
        var error = Assert.Single(result.Errors);
        Assert.Equal(("PromptFileUnreadable", "SFVideoPromptFileException", "InvalidData"), (error.Id(), error.Kind(), error.CategoryInfo.Category.ToString()));
        Assert.Null(result.Terminated);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Errors_name_the_file_as_it_is_found_from_here()
    {
        Directory.CreateDirectory(_folder["in"]);
        Write("in/a.csv", "Prompt,Seed\na,x\n");

        Assert.StartsWith(Path.Combine("in", "a.csv") + ":2:3", Run("Import-SFVideoPrompt in/a.csv").Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_are_relative_to_the_file()
    {
        Directory.CreateDirectory(_folder["in/pictures"]);
        File.WriteAllBytes(_folder["in/pictures/猫 [1].png"], Pictures.Png);
        Write("in/a.csv", "Prompt,Image\na,pictures/猫 [1].png\nb,pictures\\猫 [1].png\nc,J:/in/pictures/猫 [1].png\n" + $"d,{_folder["in/pictures/猫 [1].png"]}\n");

        var result = Run(MakeDrive + "Import-SFVideoPrompt in/a.csv").ThrowOnError();

        Assert.Equal(Enumerable.Repeat<object?>(Path.Combine(_folder.Path, "in", "pictures", "猫 [1].png"), 4), result.Output.Get("Image"));
    }

    [Fact]
    public void Images_that_are_none_are_faults()
    {
        Write("text.png", "no picture");
        Directory.CreateDirectory(_folder["folder"]);
        File.WriteAllBytes(_folder["video.png"], []);
        using (var large = File.OpenWrite(_folder["large.png"]))
        {
            large.Write(Pictures.Png);
            large.SetLength(300L * 1024 * 1024);
        }

        Write("a.csv", "Prompt,Image\na,none.png\nb,text.png\nc,folder\nd,video.png\ne,large.png\nf,http:// \ng,data:image/png\nh,Q:/a.png\ni,none.png\n");

        var result = Run("Import-SFVideoPrompt a.csv");

        Assert.Empty(result.Output);
        Assert.Equal(Enumerable.Range(2, 9), result.Errors.Select(error => (int)error.Get("Line")!));
        Assert.All(result.Errors, error => Assert.Equal(("InvalidRequest", "Image", 3), (error.Id(), error.Get("Header"), error.Get("Column"))));
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("gbk")]
    [InlineData("936")]
    [InlineData("([System.Text.CodePagesEncodingProvider]::Instance.GetEncoding(936))")]
    public void Encoding_is_told_by_name_number_or_object(string encoding)
    {
        File.WriteAllBytes(_folder["a.csv"], [.. "Prompt\n"u8, 0xE9, 0x46]);

        Assert.Equal(["镕"], Run($"Import-SFVideoPrompt a.csv -Encoding {encoding}").ThrowOnError().Output.Get("Prompt"));
        Assert.Equal("PromptFileUnreadable", Assert.Single(Run("Import-SFVideoPrompt a.csv").Errors).Id());
    }

    [Fact]
    public void Encoding_that_is_found_out_is_told()
    {
        File.WriteAllBytes(_folder["a.csv"], [.. "Prompt\n"u8, 0xC3, 0xA8]);
        File.WriteAllBytes(_folder["b.csv"], [.. "Prompt\n"u8, 0xC3, 0xA8, 0xD7, 0xF8]);

        Assert.Equal(["a.csv: 1 rows, read as utf-8.", "b.csv: 1 rows, read as gb18030."], Run("Import-SFVideoPrompt a.csv, b.csv -Verbose").ThrowOnError().Verbose);
    }

    [Fact]
    public void An_encoding_that_is_none_ends_the_call()
    {
        var error = _session.Fail("Import-SFVideoPrompt a.csv -Encoding utf9");

        Assert.Equal("ParameterArgumentTransformationError", error.Id());
        Assert.Contains("utf8, utf8BOM", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_columns_are_a_warning()
    {
        Write("a.csv", "Prompt,Comment\na,b\n");

        Assert.Equal("a.csv: These columns are not known and are left out: 'Comment'.", Assert.Single(Run("Import-SFVideoPrompt a.csv").ThrowOnError().Warnings));
    }

    [Fact]
    public void A_file_that_is_given_twice_is_read_once()
    {
        Write("a.csv", "Prompt\na\n");

        var result = Run("Import-SFVideoPrompt a.csv, ./*.csv").ThrowOnError();

        Assert.Single(result.Output);
        Assert.Contains("read once", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Delimiter_may_be_told()
    {
        Write("a.csv", "Prompt|Name\na|b\n");

        Assert.Equal(["b"], Run("Import-SFVideoPrompt a.csv -Delimiter '|'").ThrowOnError().Output.Get("Name"));
    }

    [Fact]
    public void A_file_that_another_program_has_open_is_read()
    {
        Write("a.csv", "Prompt\na\n");
        using var open = new FileStream(_folder["a.csv"], FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);

        Assert.Single(Run("Import-SFVideoPrompt a.csv").ThrowOnError().Output);
    }

    [Fact]
    public void A_file_that_is_locked_is_an_error()
    {
        Write("a.csv", "Prompt\na\n");
        using var open = new FileStream(_folder["a.csv"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("PromptFileUnreadable", Assert.Single(Run("Import-SFVideoPrompt a.csv").Errors).Id());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Cultures_and_strict_mode_change_nothing(string culture)
    {
        Write("a.csv", "PROMPT,NEGATIVE_PROMPT,IMAGE_SIZE,SEED,NAME\ni I ı İ,rain,960X960,-12.0,i\n");

        var row = Assert.Single(Run($"[System.Threading.Thread]::CurrentThread.CurrentCulture = '{culture}'; Set-StrictMode -Version Latest; Import-SFVideoPrompt a.csv").ThrowOnError().Output);

        Assert.Equal(("i I ı İ", "rain", "960x960", -12L), (row.Get("Prompt"), row.Get("NegativePrompt"), row.Get("ImageSize"), row.Get("Seed")));
    }

    [Fact]
    public void An_error_can_end_the_script()
    {
        Write("a.csv", "Prompt,Seed\na,x\n");

        Assert.Equal("InvalidRequest", _session.Fail("Import-SFVideoPrompt a.csv -ErrorAction Stop").Id());
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private void Write(string name, string text) => File.WriteAllText(_folder[name], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private ScriptResult Run(string script) => _session.Run(script, variables: new Dictionary<string, object?> { ["root"] = _folder.Path });
}
