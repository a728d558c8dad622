namespace SiliconFlow.Video;

/// <summary>A submit was sent, and nobody can know whether the service took it (SubmitOutcomeUnknown). It is never repeated by the module, since that could pay twice.</summary>
public sealed class SFVideoUnknownOutcomeException : SFVideoException
{
    internal SFVideoUnknownOutcomeException(LocalText text, Exception? innerException = null)
        : base(ErrorIds.SubmitOutcomeUnknown, text, innerException)
    {
    }
}
