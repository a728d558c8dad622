using System.Globalization;

namespace SiliconFlow.Video.Service;

/// <summary>What tells one version of the content behind a link from all others, whatever the link's signature and host.</summary>
/// <param name="Validator">What <c>If-Range</c> says: a strong entity tag with its quotes, or the date of the last change.</param>
/// <param name="Length">The whole length in bytes.</param>
internal sealed record LinkVersion(string Validator, long Length)
{
    /// <summary>The version that an answer with the whole content states; null where it states none that could be relied on.</summary>
    internal static LinkVersion? Of(HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentLength is not { } length)
        {
            return null;
        }

        if (response.Headers.ETag is { IsWeak: false } tag)
        {
            return new LinkVersion(tag.Tag, length);
        }

        // Within one second a file may change and keep its date: only an older date tells versions apart.
        return response.Content.Headers.LastModified is { } changed && response.Headers.Date - changed >= TimeSpan.FromSeconds(1)
            ? new LinkVersion(changed.ToString("R", CultureInfo.InvariantCulture), length)
            : null;
    }

    /// <summary>Whether an answer with a part of the content is the rest of this version from a place on.</summary>
    internal bool IsRestIn(HttpResponseMessage response, long start) =>
        response.Content.Headers.ContentRange is { Unit: "bytes", From: { } from, Length: { } length } && from == start && length == Length && !IsDeniedBy(response);

    /// <summary>Hosts that do not know <c>If-Range</c> send the part of whatever is there now, but say of which version.</summary>
    private bool IsDeniedBy(HttpResponseMessage response) => Validator[0] == '"'
        ? response.Headers.ETag is { } tag && tag.ToString() != Validator
        : response.Content.Headers.LastModified is { } changed && changed.ToString("R", CultureInfo.InvariantCulture) != Validator;
}
