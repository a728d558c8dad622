namespace SiliconFlow.Video.Tests.Galleries;

/// <summary>A test that needs a browser: Chromium or Chrome, as $CHROMIUM names it, on PATH, or where macOS and Windows have it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    public ChromiumFactAttribute() => Skip = Found is null ? "There is no Chromium on PATH, and $CHROMIUM names none." : null!;

    /// <summary>The browser's program; null where there is none.</summary>
    public static string? Found { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : OnPath().Concat(Places).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in Names
        select Path.Combine(folder, name);
}
