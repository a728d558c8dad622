using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Rows of a journal are jobs with a name and a property of their own.</summary>
public sealed class JournalRowTests : JournalTest
{
    private const string Copy = "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize(@(Get-SFVideoJournal run.jsonl)))";

    [Fact]
    public void A_row_is_an_SFVideo_and_knows_its_file()
    {
        Run(Line, Row("a hen", "hen")).ThrowOnError();
        Run(Submit, Row("a cat")).ThrowOnError();

        var result = Run(
            """
            Set-StrictMode -Version Latest
            foreach ($row in Get-SFVideoJournal run.jsonl) { "$($row.PSTypeNames[0..1]) $($row -is [SiliconFlow.Video.SFVideo]) '$($row.File)'" }
            """).ThrowOnError();

        const string types = "SiliconFlow.Video.SFVideo#Journal SiliconFlow.Video.SFVideo True";
        Assert.Equal([$"{types} '{Path.Combine(Folder.Path, "videos", "hen.mp4")}'", $"{types} ''"], result.Lines);
    }

    [Fact]
    public void The_file_is_the_one_that_was_saved_last()
    {
        Run(Line, Row("a hen", "hen")).ThrowOnError();

        Run("Get-SFVideoJournal run.jsonl | Save-SFVideo -Destination again").ThrowOnError();

        Assert.Equal([Path.Combine(Folder.Path, "again", "hen.mp4")], Texts(Run("Get-SFVideoJournal run.jsonl"), "File"));
    }

    [Fact]
    public void A_row_keeps_its_name_through_files_and_binds_from_there()
    {
        Run(Submit, Row("a hen", "hen")).ThrowOnError();

        Assert.Equal(["Deserialized.SiliconFlow.Video.SFVideo#Journal"], Run($"foreach ($row in {Copy}) {{ $row.PSTypeNames[0] }}").ThrowOnError().Lines);
        var asked = Run($"{Copy} | Get-SFVideo").ThrowOnError();
        Assert.Equal(["hen"], Texts(asked, "Name"));
        Assert.Equal("SiliconFlow.Video.SFVideo", asked.Output[0].TypeNames[0]);
        Assert.Equal(1, Service.CountOf(Operation.Status));
    }
}
