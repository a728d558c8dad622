using SiliconFlow.Simulator;

namespace SiliconFlow.TryIt;

/// <summary>The run without arguments: examples/batch.ps1 over examples/prompts.csv.</summary>
internal static class ExampleRun
{
    private static readonly string Batch = Path.Combine(Places.Examples, "batch.ps1");
    private static readonly string Prompts = Path.Combine(Places.Examples, "prompts.csv");

    /// <summary>The script to run. Simulated videos are free, so each run makes all of them anew; paid ones go elsewhere, and a journal sees to it that none is paid twice.</summary>
    public static string Script(bool real)
    {
        var destination = Path.GetFullPath(real ? "videos-paid" : "videos");
        return $"& {ScriptCall.Quote(Batch)} -Path {ScriptCall.Quote(Prompts)} -Destination {ScriptCall.Quote(destination)}{(real ? " -Journal " + ScriptCall.Quote(Path.GetFullPath("videos-paid.jsonl")) : " -Force")}";
    }

    /// <summary>Says before the run what it does.</summary>
    public static void Announce() => Console.WriteLine($"{Relative(Batch)} makes a video of each row of {Relative(Prompts)}.\n");

    /// <summary>Says after a simulated run what it cost, and how to go on.</summary>
    public static void SayWhatIsNext(ServiceSimulator simulator) => Console.WriteLine(
        $"""

        Nothing was charged; the simulator's own bill has {simulator.Bill.Count} videos. What next:

          Try a line of your own on the simulator
            dotnet run --project tools/TryIt -- -Command "'a cat in the rain' | New-SFVideo | Wait-SFVideo | Save-SFVideo"

          Make real videos, in PowerShell 7.4+ or Windows PowerShell 5.1
            Import-Module {Relative(Places.Module)}
            $env:SILICONFLOW_API_KEY = '<your key>'
            {Relative(Batch)} -Path <your prompts.csv> -Destination ./videos -Journal ./run.jsonl
        """);

    private static string Relative(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/');
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : "./" + relative;
    }
}
