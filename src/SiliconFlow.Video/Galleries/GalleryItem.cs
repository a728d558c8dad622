namespace SiliconFlow.Video.Galleries;

/// <summary>One card of a gallery: a job, and its file where it has one.</summary>
/// <param name="video">The job. Its request id is empty for a journal's row without one, and for a file that nobody knows a job of.</param>
/// <param name="file">The full path of the file; null where the job has none.</param>
internal sealed class GalleryItem(SFVideo video, string? file = null)
{
    /// <summary>The state of a job whose file is gone.</summary>
    internal const string Missing = "Missing";

    /// <summary>The job.</summary>
    internal SFVideo Video { get; } = video;

    /// <summary>The full path of the file; null where the job has none.</summary>
    internal string? File { get; } = file;

    /// <summary>The length of the file as it is now; null where it is not there.</summary>
    internal long? Length { get; } = LengthOf(file);

    /// <summary>How the job stands: Saved or Missing where it has a file, else as its status says.</summary>
    internal string State => File is null ? Video.Status.ToString() : Length is null ? Missing : nameof(SFVideoStatus.Saved);

    /// <summary>A file that cannot be looked at, for lack of rights or for an odd path, cannot be shown either.</summary>
    private static long? LengthOf(string? path)
    {
        try
        {
            return path is not null && new FileInfo(path) is { Exists: true } file ? file.Length : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
