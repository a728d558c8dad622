using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Transfers that go wrong: the file is whole in the end, or it is as it was.</summary>
public sealed class DownloadFaultTests
{
    public static TheoryData<FaultRule> Faults =>
    [
        Fault(FaultKind.DropBeforeReading),
        Fault(FaultKind.DropMidBody),
        Fault(FaultKind.DropMidBody) with { AfterBytes = 0 },
        Fault(FaultKind.WrongLength) with { LengthChange = 100 },
        Fault(FaultKind.WrongLength) with { LengthChange = -100 },
        Fault(FaultKind.Truncated),
        Fault(FaultKind.EmptyBody),
        Fault(FaultKind.GarbageJson),
        Fault(FaultKind.GarbageJson) with { Body = "<html><body>Welcome to the hotel</body></html>" },
        Fault(FaultKind.Answer) with { Status = 500 },
        Fault(FaultKind.Answer) with { Status = 503, RetryAfter = "0" },
        Fault(FaultKind.Answer) with { Status = 429, RetryAfter = "0" },
    ];

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task What_passes_is_tried_again(FaultRule fault)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        string id = session.Submit("a hen")[0];
        session.Simulator.SetFaults(fault with { Occurrences = "1-4" });

        Assert.Equal([id], session.Run("$jobs | Save-SFVideo").ThrowOnError().RequestIds());

        await using Stream made = session.Simulator.OpenVideo(id);
        using var expected = new MemoryStream();
        await made.CopyToAsync(expected);
        Assert.Equal(expected.ToArray(), await File.ReadAllBytesAsync(session.Folder[$"{id}.mp4"]));
        Assert.Equal([$"{id}.mp4"], session.Folder.Files);
        Assert.Equal(5, session.Simulator.CountOf(Operation.Download));
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task What_stays_is_an_error_and_leaves_the_file_as_it_was(FaultRule fault)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Hurry();
        string id = session.Submit("a hen")[0];
        await File.WriteAllTextAsync(session.Folder[$"{id}.mp4"], "as it was");
        session.Simulator.SetFaults(fault);

        ScriptResult result = session.Run("$jobs | Save-SFVideo -Force");

        Assert.Equal("DownloadFailed", Assert.Single(result.Errors).Id());
        Assert.Empty(result.Output);
        Assert.Equal([$"{id}.mp4"], session.Folder.Finished);
        Assert.Equal(fault is { Fault: FaultKind.DropMidBody, AfterBytes: null } or { LengthChange: > 0 } ? 1 : 0, session.Folder.Partials.Length);
        Assert.Equal("as it was", await File.ReadAllTextAsync(session.Folder[$"{id}.mp4"]));
        Assert.Equal(fault switch { { Fault: FaultKind.DropMidBody, AfterBytes: null } => 4 + 5, { LengthChange: > 0 } => 1 + (2 * 5), _ => 5 }, session.Simulator.CountOf(Operation.Download));
    }

    private static FaultRule Fault(FaultKind kind) => new() { Operation = Operation.Download, Fault = kind };
}
