namespace SiliconFlow.Video.Service;

/// <summary>The address that all calls start from.</summary>
internal static class BaseAddress
{
    internal static Uri Of(ServiceRegion region) =>
        new(region == ServiceRegion.International ? "https://api.siliconflow.com/v1" : "https://api.siliconflow.cn/v1");

    /// <summary>Checks an address that a user gave: the key travels there, so only https will do, except within this machine.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is not such an address.</exception>
    internal static Uri Check(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            // What stands before an @ may be a password.
            throw new SFVideoInvalidRequestException(Messages.BaseAddressInvalid(text[(text.LastIndexOf('@') + 1)..]));
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new SFVideoInvalidRequestException(Messages.BaseAddressNotBare);
        }

        return IsSafe(uri)
            ? new Uri(uri.AbsoluteUri.TrimEnd('/'))
            : throw new SFVideoInvalidRequestException(Messages.BaseAddressNotSafe(uri));
    }

    /// <summary>True for https, and for anything that stays within this machine.</summary>
    internal static bool IsSafe(Uri uri) => uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback);
}
