using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The whole line from a file of prompts on, and what New-SFVideo makes of imported rows.</summary>
public sealed class ImportedPromptTests : JournalTest
{
    private const string ImportLine = "Import-SFVideoPrompt prompts.csv | New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos";

    [Fact]
    public void Rows_are_the_same_as_those_of_Import_Csv_to_a_journal()
    {
        CopyExample();
        StandIns.AddTo(Session);
        Run("Import-Csv prompts.csv -Encoding UTF8 | New-SFVideo -Journal run.jsonl").ThrowOnError();
        Assert.Equal(8, Service.Bill.Count);

        Assert.Equal(8, Run(ImportLine).ThrowOnError().Output.Count);
        Assert.Equal(8, Run("Import-Csv prompts.csv -Encoding UTF8 | New-SFVideo -Journal run.jsonl").ThrowOnError().Output.Count);

        Assert.Equal(8, Service.Bill.Count);
    }

    [Fact]
    public void The_line_run_again_pays_for_nothing_twice()
    {
        CopyExample();

        var first = Files(Run(ImportLine));
        var second = Files(Run(ImportLine));

        Assert.Equal((8, 8), (first.Length, Service.Bill.Count));
        Assert.Equal(first, second);
    }

    [Fact]
    public void Nothing_is_paid_while_a_row_has_a_fault()
    {
        File.WriteAllText(Folder["prompts.csv"], "Prompt,Seed\na,1\nb,x\n");

        var result = Run(ImportLine);

        Assert.Single(result.Errors);
        Assert.Empty(result.Output);
        Assert.Empty(Service.Calls);
    }

    [Fact]
    public void Errors_of_the_submit_name_file_and_line()
    {
        File.WriteAllText(Folder["prompts.csv"], "Prompt,CustomModel\na,\n\nb,Some/Other\n");

        var error = Assert.Single(Run("Import-SFVideoPrompt prompts.csv | New-SFVideo").Errors);

        Assert.StartsWith("prompts.csv:4 (b): ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal((Folder["prompts.csv"], 4), (((dynamic)error.TargetObject).File, ((dynamic)error.TargetObject).Line));
    }

    [Fact]
    public void The_target_of_a_fault_is_mended_and_piped_on()
    {
        File.WriteAllText(Folder["prompts.csv"], "Prompt,Seed,Name\nfog,x,n\n");

        Run("Import-SFVideoPrompt prompts.csv -ErrorAction SilentlyContinue -ErrorVariable faults; $faults[0].TargetObject | New-SFVideo -Seed 7").ThrowOnError();

        Assert.Equal(("fog", 7L), (Service.Bill[0].Prompt, Service.Bill[0].Seed));
    }

    [Fact]
    public void Images_alone_take_the_prompt_of_the_command()
    {
        File.WriteAllBytes(Folder["a.png"], Pictures.Png);
        File.WriteAllText(Folder["prompts.csv"], "Image,Name\na.png,n\n");

        Run("Import-SFVideoPrompt prompts.csv | New-SFVideo -Prompt 'slow zoom'").ThrowOnError();

        Assert.Equal(("slow zoom", "image/png"), (Service.Bill[0].Prompt, Service.Bill[0].Image!.MediaType));
    }

    [Theory]
    [InlineData("File = 'of mine'; Line = 'first'")]
    [InlineData("File = 7; Line = @(1, 2)")]
    [InlineData("File = $null; Line = @{ a = 1 }")]
    [InlineData("File = ''; Line = 1e300")]
    [InlineData("Line = 3")]
    public void Columns_of_these_names_that_mean_something_else_do_no_harm(string columns)
    {
        Run($"[pscustomobject] @{{ Prompt = 'a'; {columns} }} | New-SFVideo").ThrowOnError();

        Assert.StartsWith("Row 1: The prompt", Assert.Single(Run($"[pscustomobject] @{{ Prompt = ''; {columns} }} | New-SFVideo").Errors).ToString(), StringComparison.Ordinal);
    }

    private void CopyExample()
    {
        Directory.CreateDirectory(Folder["images"]);
        foreach (var name in new[] { "prompts.csv", "images/fractal.png", "images/dusk.jpg" })
        {
            File.Copy(Repository.Example(name), Folder[name]);
        }
    }
}
