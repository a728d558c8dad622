namespace SiliconFlow.Video;

/// <summary>An exception whose message can be told in any language, also as a part of another's.</summary>
internal interface ITold
{
    /// <summary>What happened.</summary>
    LocalText Text { get; }
}
