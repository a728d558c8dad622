namespace SiliconFlow.Video;

/// <summary>What a model makes a video from.</summary>
public enum SFVideoModelKind
{
    /// <summary>From a prompt alone (<c>text-to-video</c>).</summary>
    TextToVideo,

    /// <summary>From a prompt and a first frame (<c>image-to-video</c>).</summary>
    ImageToVideo,
}
