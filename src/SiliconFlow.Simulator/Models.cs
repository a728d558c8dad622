namespace SiliconFlow.Simulator;

/// <summary>The models that the service offers for video.</summary>
internal static class Models
{
    public const string TextToVideo = "Wan-AI/Wan2.2-T2V-A14B";
    public const string ImageToVideo = "Wan-AI/Wan2.2-I2V-A14B";
}
