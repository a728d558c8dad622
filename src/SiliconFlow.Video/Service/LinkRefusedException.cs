namespace SiliconFlow.Video.Service;

/// <summary>The host of a link no longer gives the video out (403, 404 or 410): the sign of a link that has ended. A fresh link may work.</summary>
internal sealed class LinkRefusedException(int statusCode) : Exception, ITold
{
    public LocalText Text => Messages.LinkRefused(statusCode);

    public override string Message => Text.ToString();

    internal int StatusCode => statusCode;
}
