namespace SiliconFlow.Video;

/// <summary>The address answers, but not as the service does (EndpointNotFound): the base address is wrong.</summary>
public sealed class SFVideoNotFoundException : SFVideoException
{
    internal SFVideoNotFoundException(string message, Exception? innerException = null)
        : base(ErrorIds.EndpointNotFound, message, innerException)
    {
    }
}
