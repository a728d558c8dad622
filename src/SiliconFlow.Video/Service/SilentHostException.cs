namespace SiliconFlow.Video.Service;

/// <summary>A link's host sent nothing for so long that the transfer counts as broken off.</summary>
internal sealed class SilentHostException(TimeSpan silence, Exception cause) : TimeoutException(null, cause), ITold
{
    public LocalText Text => Messages.HostSilent(silence.TotalSeconds);

    public override string Message => Text.ToString();
}
