namespace SiliconFlow.Video;

/// <summary>The key is right but may not do this: the balance is used up (InsufficientBalance), or the account lacks a right (Forbidden).</summary>
public sealed class SFVideoPermissionException : SFVideoException
{
    internal SFVideoPermissionException(string errorId, LocalText text, Exception? innerException = null)
        : base(errorId, text, innerException)
    {
    }
}
