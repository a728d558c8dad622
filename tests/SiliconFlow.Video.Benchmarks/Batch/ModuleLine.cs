namespace SiliconFlow.Video.Benchmarks.Batch;

/// <summary>The line that users run, in an engine, with a clock of ours.</summary>
internal static class ModuleLine
{
    private const string Line = "1..$args[0] | ForEach-Object { \"p$_\" } | New-SFVideo | Wait-SFVideo | Save-SFVideo -Destination $args[1]";

    public static Task RunAsync(Uri baseUri, TimeProvider time, string folder, int rows) => Task.Run(() =>
    {
        using var engine = Engine.Open(baseUri, time);
        engine.Run(Line, rows, folder);
    });
}
