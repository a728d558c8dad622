namespace SiliconFlow.Video.Service;

/// <summary>The host of a link no longer gives the video out (403, 404 or 410): the sign of a link that has ended. A fresh link may work.</summary>
internal sealed class LinkRefusedException(int statusCode) : Exception($"The link's host answered {statusCode}.")
{
    internal int StatusCode => statusCode;
}
