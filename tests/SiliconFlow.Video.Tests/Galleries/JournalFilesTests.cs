using System.Text;
using SiliconFlow.Video.Galleries;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Galleries;

public sealed class JournalFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", null)]
    [InlineData("saved a.mp4 3", "a.mp4")]
    [InlineData("saved gone.mp4 3", "gone.mp4")]
    [InlineData("saving a.mp4 3", "a.mp4")]
    [InlineData("saving a.mp4 4", null)]
    [InlineData("saving gone.mp4 3", null)]
    [InlineData("saved a.mp4 3, saved b.mp4 3", "b.mp4")]
    [InlineData("saved a.mp4 3, saved gone.mp4 3", "a.mp4")]
    [InlineData("saved gone.mp4 3, saved also-gone.mp4 3", "also-gone.mp4")]
    [InlineData("saved a.mp4 99", "a.mp4")]
    public void A_job_has_the_file_that_was_saved_last_and_is_there(string records, string? file)
    {
        File.WriteAllBytes(_folder["a.mp4"], new byte[3]);
        File.WriteAllBytes(_folder["b.mp4"], new byte[3]);
        var lines = new StringBuilder("""
            {"v":1,"at":"2026-03-01T12:00:00+00:00","event":"intent","row":"R","occurrence":1,"try":1,"name":"cat","prompt":"a cat"}
            {"v":1,"at":"2026-03-01T12:00:01+00:00","event":"submitted","row":"R","occurrence":1,"try":1,"requestId":"job"}
            {"v":1,"at":"2026-03-01T12:00:02+00:00","event":"succeeded","requestId":"job","seed":7}

            """);
        var second = 10;
        foreach (var record in records.Split([", "], StringSplitOptions.RemoveEmptyEntries).Select(record => record.Split(' ')))
        {
            var path = System.Text.Json.JsonSerializer.Serialize(_folder[record[1]]);
            lines.Append(FormattableString.Invariant($$"""{"v":1,"at":"2026-03-01T12:00:{{second++}}+00:00","event":"{{record[0]}}","requestId":"job","path":{{path}},"length":{{record[2]}}}""")).Append('\n');
        }

        File.WriteAllText(_folder["run.jsonl"], lines.ToString());

        var item = Assert.Single(JournalFiles.Read(_folder["run.jsonl"]).Items);

        Assert.Equal(file, item.File is null ? null : Path.GetFileName(item.File));
        Assert.Equal("cat", item.Video.Name);
    }
}
