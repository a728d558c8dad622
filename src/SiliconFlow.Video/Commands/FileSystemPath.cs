using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Paths as PowerShell users write them: relative to the current location, on PSDrives, from the home folder. Taken literally, so that [ ] may stand in names.</summary>
internal static class FileSystemPath
{
    /// <summary>The full path in the file system.</summary>
    /// <param name="session">The session, whose location and drives count.</param>
    /// <param name="path">The path as written.</param>
    /// <param name="what">What it is the path of, for the message.</param>
    /// <exception cref="SFVideoInvalidRequestException">There is no such drive, or it is not one of the file system.</exception>
    internal static string Resolve(SessionState session, string path, LocalText what)
    {
        try
        {
            var full = session.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem"
                ? full
                : throw new SFVideoInvalidRequestException(Messages.PathNotOfFiles(what, path));
        }
        catch (Exception e) when (e is System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSInvalidOperationException or PSArgumentException or NotSupportedException)
        {
            throw new SFVideoInvalidRequestException(Messages.PathUnusable(what, path, e.Message), e);
        }
    }
}
