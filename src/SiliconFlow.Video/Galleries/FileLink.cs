namespace SiliconFlow.Video.Galleries;

/// <summary>Links from a page to files: relative ones, so that a folder with both can be moved and shared; absolute ones to other drives and shares.</summary>
internal static class FileLink
{
    private static readonly bool OnWindows = Path.DirectorySeparatorChar == '\\';

    /// <summary>The link, every character of a name escaped that means something in a link.</summary>
    /// <param name="folder">The full path of the page's folder.</param>
    /// <param name="file">The full path of the file.</param>
    internal static string Between(string folder, string file) => Between(folder, file, OnWindows);

    /// <inheritdoc cref="Between(string, string)"/>
    /// <param name="folder">The full path of the page's folder.</param>
    /// <param name="file">The full path of the file.</param>
    /// <param name="windows">Whether the paths are those of Windows: with drives, shares and backslashes, and without difference of letter case.</param>
    internal static string Between(string folder, string file, bool windows)
    {
        var from = Parts(folder, windows);
        var to = Parts(file, windows);
        var comparer = windows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        if (!comparer.Equals(from.Root, to.Root))
        {
            return "file://" + to.Root + "/" + string.Join("/", to.Names.Select(Escape));
        }

        var shared = 0;
        while (shared < from.Names.Length && shared < to.Names.Length - 1 && comparer.Equals(from.Names[shared], to.Names[shared]))
        {
            shared++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Names.Length - shared).Concat(to.Names.Skip(shared).Select(Escape)));
    }

    /// <summary>A path's root as a link has it ("/C:", "server/share" or nothing), and the names below it.</summary>
    private static (string Root, string[] Names) Parts(string path, bool windows)
    {
        if (!windows)
        {
            return ("", Split(path, '/'));
        }

        var plain = path.StartsWith(@"\\?\UNC\", StringComparison.OrdinalIgnoreCase) ? @"\\" + path[8..]
            : path.StartsWith(@"\\?\", StringComparison.Ordinal) ? path[4..]
            : path;
        var names = Split(plain.Replace('/', '\\'), '\\');
        return plain.StartsWith(@"\\", StringComparison.Ordinal)
            ? (string.Join("/", names.Take(2).Select(Escape)), names.Skip(2).ToArray())
            : ("/" + names[0], names.Skip(1).ToArray());
    }

    private static string[] Split(string path, char separator) => path.Split([separator], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Half characters, which file names may hold and links may not, become the sign for that: .NET Framework would refuse them.</summary>
    private static string Escape(string name)
    {
        var whole = name.ToCharArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(whole[i]))
            {
                whole[i] = '\uFFFD';
            }
        }

        return Uri.EscapeDataString(new string(whole));
    }
}
