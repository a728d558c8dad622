namespace SiliconFlow.Video;

/// <summary>The address answers, but not as the service does (EndpointNotFound): the base address is wrong.</summary>
public sealed class SFVideoNotFoundException : SFVideoException
{
    internal SFVideoNotFoundException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.EndpointNotFound, text, innerException)
    {
    }
}
