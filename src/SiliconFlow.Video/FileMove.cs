namespace SiliconFlow.Video;

/// <summary>Gives a finished file its name, in one step: whoever looks sees the old file or the new one, and never a part of it.</summary>
internal static class FileMove
{
    /// <summary>Moves a file to its place in the same folder.</summary>
    /// <param name="path">The finished file.</param>
    /// <param name="target">The name it is to have.</param>
    /// <param name="replace">Whether a file that is there gives way.</param>
    /// <exception cref="IOException">The target is there and must not be replaced, or the disk refuses.</exception>
    internal static void Into(string path, string target, bool replace)
    {
#if NETFRAMEWORK
        if (replace && File.Exists(target))
        {
            File.Replace(path, target, destinationBackupFileName: null);
            return;
        }

        File.Move(path, target);
#else
        File.Move(path, target, replace);
#endif
    }
}
