namespace SiliconFlow.Video.Service;

/// <summary>The HTTP stack wanted to send a paid call again by itself. It takes an IOException for a failure of the connection, which is what made it try.</summary>
internal sealed class SentTwiceException : IOException, ITold
{
    public LocalText Text => Messages.NotSentTwice;

    public override string Message => Text.ToString();
}
