using System.Globalization;
using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Saving;

/// <summary>
/// The name of a partial file: the target's, the job's id, and the version that its content is of. So a file says by itself what it is the start of,
/// and cannot be parted from that by a crash.
/// </summary>
/// <remarks><c>cat.mp4.k6c86xim31fv.4194304.e-0123abcd.partial</c>; without length and validator where no other run could go on from it.</remarks>
internal static class PartialName
{
    internal const string Ending = ".partial";

    private const int MaxNameBytes = 240;
#if NETFRAMEWORK

    /// <summary>Windows takes longer paths from Windows PowerShell only where an administrator allowed them.</summary>
    private const int MaxPathLength = 259;
#endif
    private const int MaxTokenLength = 80;
    private const int MaxIdLength = 40;
    private const string Tag = "e-";
    private const string Date = "m-";

    /// <summary>Whether a version fits into a name.</summary>
    internal static bool CanHold(LinkVersion version) => TokenOf(version.Validator).Length <= MaxTokenLength;

    /// <summary>The name for a download.</summary>
    /// <param name="target">The path of the finished file.</param>
    /// <param name="requestId">The job's id.</param>
    /// <param name="version">The version that is downloaded; null where none is known.</param>
    internal static string Make(string target, string requestId, LinkVersion? version)
    {
        var bound = version is null ? "" : string.Format(CultureInfo.InvariantCulture, ".{0}.{1}", version.Length, TokenOf(version.Validator));
        var ending = "." + KeyOf(requestId) + bound + Ending;
        return SafeFileName.Make(Path.GetFileName(target), MaxBytesBeside(target) - Encoding.UTF8.GetByteCount(ending)) + ending;
    }

    /// <summary>Reads a name: the key of the job's id, and the version where it has one. Null where it is no such name.</summary>
    internal static (string Key, LinkVersion? Version)? Read(string name)
    {
        if (!name.EndsWith(Ending, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = name[..^Ending.Length].Split('.');
        if (parts.Length >= 4 && long.TryParse(parts[^2], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && ValidatorOf(parts[^1]) is { } validator)
        {
            return (parts[^3], new LinkVersion(validator, length));
        }

        return parts.Length >= 2 ? (parts[^1], null) : null;
    }

    /// <summary>What stands for a request id in names: the id itself where no file system could mistake it for another, else its hash.</summary>
    internal static string KeyOf(string requestId) =>
        requestId.Length is > 0 and <= MaxIdLength && requestId.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')
            ? requestId
            : ContentHash.Of(Encoding.UTF8.GetBytes(requestId))[..MaxIdLength];

    /// <summary>The longest name in a target's folder. Where the target's path is short enough for every Windows, so is the partial file's.</summary>
    private static int MaxBytesBeside(string target)
    {
#if NETFRAMEWORK
        if (target.Length <= MaxPathLength)
        {
            var folder = target.Length - Path.GetFileName(target).Length;
            return Math.Min(MaxNameBytes, MaxPathLength - folder);
        }
#endif
        return MaxNameBytes;
    }

    // .NET Framework leaves the star as it is, which Windows refuses in names.
    private static string TokenOf(string validator) => validator[0] == '"'
        ? Tag + Uri.EscapeDataString(validator[1..^1]).Replace(".", "%2E").Replace("*", "%2A")
        : Date + DateTimeOffset.ParseExact(validator, "R", CultureInfo.InvariantCulture).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string? ValidatorOf(string token)
    {
        if (token.StartsWith(Tag, StringComparison.Ordinal))
        {
            return $"\"{Uri.UnescapeDataString(token[Tag.Length..])}\"";
        }

        return token.StartsWith(Date, StringComparison.Ordinal)
            && long.TryParse(token[Date.Length..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("R", CultureInfo.InvariantCulture)
            : null;
    }
}
