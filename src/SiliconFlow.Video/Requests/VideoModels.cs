namespace SiliconFlow.Video.Requests;

/// <summary>The models that the service offers today. It changes them from time to time; -CustomModel takes any other name.</summary>
internal static class VideoModels
{
    internal const string TextToVideo = "Wan-AI/Wan2.2-T2V-A14B";
    internal const string ImageToVideo = "Wan-AI/Wan2.2-I2V-A14B";

    /// <summary>The name in the letter case that the service knows: PowerShell's own checks let any case pass.</summary>
    internal static string Canonical(string model) =>
        model.Equals(TextToVideo, StringComparison.OrdinalIgnoreCase) ? TextToVideo
        : model.Equals(ImageToVideo, StringComparison.OrdinalIgnoreCase) ? ImageToVideo
        : model;
}
