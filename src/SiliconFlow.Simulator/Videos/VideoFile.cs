using System.Globalization;

namespace SiliconFlow.Simulator;

/// <summary>Where a job's video stands in the storage, and what stands there.</summary>
internal sealed class VideoFile(SimulatorOptions options, int jobNumber, string requestId, string imageSize)
{
    /// <summary>The path of the link.</summary>
    public string Path { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"/outputs/{Seeded.Hex(options.Seed, "output", jobNumber, 8)}_video_ComfyUI_{Seeded.Hex(options.Seed, "comfy", jobNumber, 8)}_00001_.mp4");

    /// <summary>The file's bytes.</summary>
    public VideoContent Content { get; } = new(imageSize, requestId, options.VideoLength);

    /// <summary>The bytes of a file of the same length that took its place.</summary>
    public VideoContent Replacement() => new(imageSize, requestId + "/replaced", options.VideoLength);

    /// <summary>The entity tag of a version of the file.</summary>
    public string ETag(string version = "") => $"\"{Seeded.Hex(options.Seed, requestId + version, jobNumber, 32)}\"";
}
