using System.Globalization;
using System.Text.RegularExpressions;

namespace SiliconFlow.Video.Saving;

/// <summary>A user's pattern for file names, such as <c>{Index}-{Name}</c>.</summary>
internal sealed class FileNameTemplate
{
    /// <summary>The ending of every file: the service makes MP4.</summary>
    internal const string Extension = ".mp4";

    private static readonly Dictionary<string, Func<SFVideo, int, string?>> Tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = static (video, _) => video.Name ?? video.RequestId,
        ["RequestId"] = static (video, _) => video.RequestId,
        ["Seed"] = static (video, _) => video.Seed?.ToString(CultureInfo.InvariantCulture),
        ["Model"] = static (video, _) => video.Model,
        ["Index"] = static (_, index) => index.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The names of the tokens, without their braces.</summary>
    internal static IEnumerable<string> TokenNames => Tokens.Keys;

    private static readonly Regex Token = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    private readonly string _pattern;

    private FileNameTemplate(string pattern) => _pattern = pattern;

    /// <summary>The user's name for the job, else its id.</summary>
    internal static FileNameTemplate Default { get; } = new("{Name}");

    /// <summary>Reads a pattern. An ending .mp4 may be written or left out.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is blank, has an unknown token, or names a folder.</exception>
    internal static FileNameTemplate Parse(string pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern) || pattern.IndexOfAny(['/', '\\']) >= 0)
        {
            throw new SFVideoInvalidRequestException(Messages.FileNameInvalid(pattern));
        }

        foreach (Match token in Token.Matches(pattern))
        {
            if (!Tokens.ContainsKey(token.Groups[1].Value))
            {
                throw new SFVideoInvalidRequestException(
                    Messages.FileNameTokenUnknown(pattern, token.Value, string.Join(", ", Tokens.Keys.Select(name => "{" + name + "}"))));
            }
        }

        var stem = pattern.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? pattern[..^Extension.Length] : pattern;
        return new FileNameTemplate(stem);
    }

    /// <summary>The safe stem for a job.</summary>
    /// <param name="video">The job.</param>
    /// <param name="index">The job's place in the order of arrival, from 1.</param>
    internal string Expand(SFVideo video, int index)
    {
        var stem = SafeFileName.Make(Token.Replace(_pattern, token => Tokens[token.Groups[1].Value](video, index) ?? ""));
        return stem.Length > 0 ? stem : SafeFileName.Make("video " + video.RequestId);
    }
}
