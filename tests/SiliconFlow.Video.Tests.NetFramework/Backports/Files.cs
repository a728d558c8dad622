namespace SiliconFlow.Video.Tests.Backports;

/// <summary>Files, folders and streams.</summary>
internal static class Files
{
    extension(File)
    {
        public static Task<byte[]> ReadAllBytesAsync(string path) => Task.FromResult(File.ReadAllBytes(path));

        public static Task<string> ReadAllTextAsync(string path) => Task.FromResult(File.ReadAllText(path));

        public static Task WriteAllBytesAsync(string path, byte[] content)
        {
            File.WriteAllBytes(path, content);
            return Task.CompletedTask;
        }

        public static Task WriteAllTextAsync(string path, string content)
        {
            File.WriteAllText(path, content);
            return Task.CompletedTask;
        }
    }

    extension(Directory)
    {
        public static DirectoryInfo CreateTempSubdirectory(string prefix) =>
            Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), prefix + Guid.NewGuid().ToString("N")));
    }

    extension(Path)
    {
        /// <summary>For what lies below, as tests ask for it.</summary>
        public static string GetRelativePath(string relativeTo, string path) => path[(relativeTo.Length + 1)..];
    }

    public static void Write(this Stream stream, byte[] content) => stream.Write(content, 0, content.Length);

    public static void ReadExactly(this Stream stream, byte[] buffer)
    {
        if (stream.Fill(buffer) < buffer.Length)
        {
            throw new EndOfStreamException();
        }
    }
}
