using System.Management.Automation;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Commands;

/// <summary>
/// Reads what comes down the pipeline of Export-SFVideoGallery: saved files and jobs, what they become in a file or another process, errors about them, and files
/// of the file system.
/// </summary>
internal static class GalleryInput
{
    /// <summary>The item; null where the input is nothing that could be shown.</summary>
    /// <param name="input">The input.</param>
    /// <param name="resolve">Makes a path a full one.</param>
    internal static GalleryItem? Read(PSObject input, Func<string, string> resolve) => input.BaseObject switch
    {
        SFVideoFile file => new GalleryItem(file.Video, file.FullName),
        SFVideo video => new GalleryItem(video),
        SFVideoRequest request => new GalleryItem(VideoOf(request)),
        ErrorRecord error => ReadError(error, resolve),
        RuntimeException { ErrorRecord: { } error } => ReadError(error, resolve),
        FileInfo file => new GalleryItem(new SFVideo("") { Name = Path.GetFileNameWithoutExtension(file.Name) }, file.FullName),
        string => null,
        _ => ReadBag(input, resolve),
    };

    /// <summary>The row that an error is about, with what the error says: jobs and requests that failed come down no pipeline.</summary>
    private static GalleryItem? ReadError(ErrorRecord error, Func<string, string> resolve)
    {
        if (error.Exception is not SFVideoException e || error.TargetObject is null || Read(PSObject.AsPSObject(error.TargetObject), resolve) is not { } item)
        {
            return null;
        }

        var status = e is SFVideoUnknownOutcomeException ? SFVideoStatus.OutcomeUnknown
            : error.TargetObject is SFVideoRequest ? SFVideoStatus.Rejected
            : item.Video.Status;
        return new GalleryItem(item.Video with { Status = status, Reason = item.Video.Reason ?? e.Message, TraceId = item.Video.TraceId ?? e.TraceId }, item.File);
    }

    private static SFVideo VideoOf(SFVideoRequest request) => new("")
    {
        Name = request.Name,
        Status = SFVideoStatus.Rejected,
        Model = request.CustomModel ?? request.Model,
        Prompt = request.Prompt,
        NegativePrompt = request.NegativePrompt,
        ImageSize = request.ImageSize,
        Image = request.Image,
        Seed = request.Seed,
    };

    /// <summary>
    /// A file's bag holds the job's in its property Video; one that is not so deep has what the file itself tells of the job. A journal's row may have no request
    /// id.
    /// </summary>
    private static GalleryItem? ReadBag(PSObject bag, Func<string, string> resolve)
    {
        var video = bag.Properties[nameof(SFVideoFile.Video)]?.Value switch
        {
            SFVideo known => known,
            null or string => null,
            var deep => SFVideoBag.Read(PSObject.AsPSObject(deep)),
        };
        var path = bag.Properties[nameof(SFVideoFile.FullName)]?.Value?.ToString();
        if (!string.IsNullOrWhiteSpace(path))
        {
            return new GalleryItem(video ?? SFVideoBag.ReadRow(bag), resolve(path!));
        }

        video ??= bag.TypeNames.Contains("Deserialized." + typeof(SFVideo).FullName) ? SFVideoBag.ReadRow(bag) : SFVideoBag.Read(bag);
        return video is null ? null : new GalleryItem(video);
    }
}
