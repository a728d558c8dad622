using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>
/// What the columns of the module's views show that is no property. For the format file alone. It reads by name, so that objects that came out of files
/// and other processes look like those that were written here; what is missing stays empty.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    /// <summary>As PowerShell counts: 1MB.</summary>
    private const double Megabyte = 1 << 20;

    /// <summary>The status, in the colours of the user's PowerShell where it has colours and its host shows them.</summary>
    /// <param name="item">A job.</param>
    /// <param name="engine">The session.</param>
    public static string? Status(PSObject? item, EngineIntrinsics? engine)
    {
        var status = Text(item, nameof(SFVideo.Status));
        return status is null || engine is null ? status : ViewColor.Of(status, engine) is ({ } begin, { } end) ? begin + status + end : status;
    }

    /// <summary>How long a job took, or how long ago it was submitted: <c>4:05</c>, <c>1:04:05</c>, <c>2 d 3 h</c>.</summary>
    /// <param name="item">A job.</param>
    public static string? Elapsed(PSObject? item)
    {
        if (Time(item, nameof(SFVideo.SubmittedAt)) is not { } start)
        {
            return null;
        }

        var end = Time(item, nameof(SFVideo.CompletedAt)) ?? DateTime.UtcNow;
        var elapsed = end > start ? end - start : TimeSpan.Zero;
        return elapsed < TimeSpan.FromHours(1) ? elapsed.ToString(@"m\:ss", CultureInfo.InvariantCulture)
            : elapsed < TimeSpan.FromDays(1) ? elapsed.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)
            : elapsed.ToString(@"d\ \d\ h\ \h", CultureInfo.InvariantCulture);
    }

    /// <summary>A file's length.</summary>
    /// <param name="item">A file.</param>
    public static double? Megabytes(PSObject? item) => Value(item, nameof(SFVideoFile.Length)) is { } bytes && LanguagePrimitives.TryConvertTo<long>(bytes, out var length) ? length / Megabyte : null;

    /// <summary>How people know a job: by its name, else by its id.</summary>
    /// <param name="item">A job or a file.</param>
    public static string? Label(PSObject? item) => Text(item, nameof(SFVideo.Name)) ?? Text(item, nameof(SFVideo.RequestId));

    /// <summary>What says most about a journal's row: the name of its file, else why it has none, else its prompt. One line that drives no terminal: reasons are the service's words.</summary>
    /// <param name="item">A journal's row.</param>
    public static string? Outcome(PSObject? item) =>
        Text(item, "File") is { } file ? file.Substring(file.LastIndexOfAny(['/', '\\']) + 1)
        : (Text(item, nameof(SFVideo.Reason)) ?? Text(item, nameof(SFVideo.Prompt))) is { } text ? ServiceAnswer.OneLine(text)
        : null;

    private static object? Value(PSObject? item, string name) => item?.Properties[name]?.Value;

    private static string? Text(PSObject? item, string name) => Value(item, name)?.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>In universal time: clocks are put forward and back while jobs run.</summary>
    private static DateTime? Time(PSObject? item, string name) =>
        Value(item, name) switch
        {
            DateTime time => time.ToUniversalTime(),
            PSObject { BaseObject: DateTime time } => time.ToUniversalTime(),
            _ => null,
        };
}
