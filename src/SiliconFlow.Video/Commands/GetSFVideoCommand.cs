using System.Management.Automation;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>Asks how jobs stand now.</summary>
[Cmdlet(VerbsCommon.Get, "SFVideo", DefaultParameterSetName = "Video")]
[OutputType(typeof(SFVideo))]
public sealed class GetSFVideoCommand : JobCommand
{
    private StatusClient? _client;

    private protected override LocalText Activity => Messages.AskingForVideos;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _client = new StatusClient(Connection!, Observer);
    }

    private protected override void StartOn(SFVideo video) => Start(video, SubjectOf(video), _client!.GetAsync(video, StopToken), WriteSuccess);
}
