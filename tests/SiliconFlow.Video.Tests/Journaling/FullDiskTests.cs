using SiliconFlow.Video.Journaling;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Journaling;

public sealed class FullDiskTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<Exception> Complaints => new()
    {
        new IOException("No space left on device"),

        // What .NET makes of EFBIG: a limit of the file system or of the process on the length of files.
        new ArgumentOutOfRangeException("value", "Specified file length was too large for the file system."),
    };

    [Theory]
    [MemberData(nameof(Complaints))]
    public async Task A_line_that_does_not_fit_leaves_nothing_and_the_next_one_stands_by_itself(Exception complaint)
    {
        var file = new FullDiskFile(_folder["run.jsonl"]) { Complaint = complaint };
        using (var writer = new JournalWriter(file, "run.jsonl", 0))
        {
            await writer.AppendAsync("first\n"u8.ToArray()).WaitAsync(Patience);
            file.Room = 10;
            var error = await Assert.ThrowsAsync<SFVideoJournalException>(() => writer.AppendAsync("second\n"u8.ToArray()).WaitAsync(Patience));
            Assert.Equal(ErrorIds.JournalWriteFailed, error.ErrorId);
            Assert.Contains(complaint.Message, error.Message, StringComparison.Ordinal);

            file.Room = long.MaxValue;
            await writer.AppendAsync("third\n"u8.ToArray()).WaitAsync(Patience);
        }

        Assert.Equal("first\nthird\n", await File.ReadAllTextAsync(_folder["run.jsonl"]));
    }

    [Fact]
    public async Task Nothing_is_written_after_a_line_that_could_not_be_taken_back()
    {
        var file = new FullDiskFile(_folder["run.jsonl"]) { Room = 3, KeepsAll = true };
        using (var writer = new JournalWriter(file, "run.jsonl", 0))
        {
            await Assert.ThrowsAsync<SFVideoJournalException>(() => writer.AppendAsync("first\n"u8.ToArray()).WaitAsync(Patience));
            file.Room = long.MaxValue;
            await Assert.ThrowsAsync<SFVideoJournalException>(() => writer.AppendAsync("second\n"u8.ToArray()).WaitAsync(Patience));
        }

        Assert.Equal("fir", await File.ReadAllTextAsync(_folder["run.jsonl"]));
        Assert.Throws<ObjectDisposedException>(() => file.Length);
    }

    public void Dispose() => _folder.Dispose();
}
