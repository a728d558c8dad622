using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Benchmarks.Batch;

/// <summary>The line that users run, in an engine, with a clock of ours.</summary>
internal static class ModuleLine
{
    private const string Line = "1..$rows | ForEach-Object { \"p$_\" } | New-SFVideo -Connection $connection | Wait-SFVideo -Connection $connection | Save-SFVideo -Connection $connection -Destination $folder";

    public static async Task RunAsync(Uri baseUri, TimeProvider time, string folder, int rows)
    {
        using var connection = new SFVideoConnection(baseUri, ApiKey.Parse("sk-any"), ProxySettings.Create(null, null), TimeSpan.FromSeconds(100), "benchmarks", time);
        using var engine = await Engine.OpenCompiledAsync();
        await engine.RunAsync(Line, new() { ["rows"] = rows, ["connection"] = connection, ["folder"] = folder });
    }
}
