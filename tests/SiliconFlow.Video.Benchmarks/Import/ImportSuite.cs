using System.Globalization;
using System.Management.Automation.Language;

namespace SiliconFlow.Video.Benchmarks.Import;

/// <summary>From Import-Module to the first submit in a fresh engine, beside an empty binary module with as many cmdlets, and where an import's time goes.</summary>
internal static class ImportSuite
{
    private const int Rounds = 15;

    public static async Task RunAsync()
    {
        using var simulator = await SimulatorProcess.StartAsync();
        var folder = Directory.CreateTempSubdirectory("sfvideo-").FullName;
        try
        {
            var cmdlets = CountCmdlets();
            Console.WriteLine($"{Rounds} fresh engines for each line, by turns. The empty module has {cmdlets} cmdlets, too, and a manifest that names its DLL and its exports; no psm1, no load context, no formats. A bare POST is a cmdlet with a new HttpClient.");
            Console.WriteLine();
            var parts = ModuleParts.Write(folder);
            var poster = typeof(BarePostCommand).Assembly.Location;
            (string Manifest, string First, string Poster)[] kinds =
            [
                (EmptyModule.Write(folder, cmdlets), "empty", poster),
                (parts[^1].Manifest, "submit", ""),
                .. parts.SkipLast(1).Select(part => (part.Manifest, "", "")),
            ];
            string[] names = [.. parts.Select(part => part.Name)];
            await MeasureAsync("a bare engine", [Paths.Dotnet, Paths.EngineHost], kinds, names, simulator.BaseUri);
            if (Paths.Shell is { } shell)
            {
                // Its engine is compiled ahead, as that of the bare one is not.
                Console.WriteLine();
                await MeasureAsync("a user's shell", [shell, "-NoProfile", "-NonInteractive", "-File"], kinds, names, simulator.BaseUri);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int CountCmdlets()
    {
        var manifest = Parser.ParseFile(Path.Combine(Paths.Module, "SiliconFlow.Video.psd1"), out _, out _);
        var table = (HashtableAst)manifest.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false)!;
        var exports = table.KeyValuePairs.Single(pair => pair.Item1.Extent.Text == "CmdletsToExport").Item2;
        return exports.FindAll(ast => ast is StringConstantExpressionAst, searchNestedScriptBlocks: false).Count();
    }

    private static async Task MeasureAsync(string name, string[] engine, (string Manifest, string First, string Poster)[] kinds, string[] parts, Uri baseUri)
    {
        var samples = await MeasureAsync(engine, kinds, baseUri);
        WriteFirstUse(name, empty: samples[0], ours: samples[1]);
        Console.WriteLine();
        WriteParts(name, [.. parts.Zip([.. samples[2..], samples[1]])]);
    }

    /// <summary>By turns, so that what the machine does besides meets all alike; the first round only warms its caches.</summary>
    private static async Task<List<FirstUse>[]> MeasureAsync(string[] engine, (string Manifest, string First, string Poster)[] kinds, Uri baseUri)
    {
        List<FirstUse>[] samples = [.. kinds.Select(_ => new List<FirstUse>())];
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                var sample = await FirstUse.MeasureAsync(engine, kinds[i].Manifest, kinds[i].First, kinds[i].Poster, baseUri);
                if (round > 0)
                {
                    samples[i].Add(sample);
                }
            }
        }

        return samples;
    }

    private static void WriteFirstUse(string engine, List<FirstUse> empty, List<FirstUse> ours)
    {
        var table = new Table($"{engine}, milliseconds (median)", "import", "first call", "both", "middle half", "extra", "ratio", "methods compiled");
        var beside = Median(empty, use => use.Import + use.Call);
        Add("the empty module", empty, use => use.Call, use => use.CompiledAtImport + use.CompiledAtCall);
        Add("the empty module and a bare POST", empty, use => use.Call + use.Post, use => use.CompiledAtImport + use.CompiledAtCall + use.CompiledAtPost);
        Add("SiliconFlow.Video and a submit", ours, use => use.Call, use => use.CompiledAtImport + use.CompiledAtCall);
        table.Write();

        void Add(string what, List<FirstUse> uses, Func<FirstUse, double> call, Func<FirstUse, double> compiled)
        {
            var both = Median(uses, use => use.Import + call(use));
            table.Add(
                what,
                Show(Median(uses, use => use.Import)),
                Show(Median(uses, call)),
                Show(both),
                $"{Show(At(uses, use => use.Import + call(use), 0.25))} - {Show(At(uses, use => use.Import + call(use), 0.75))}",
                Show(both - beside),
                (both / beside).ToString("0.00", CultureInfo.InvariantCulture),
                Show(Median(uses, compiled)));
        }
    }

    private static void WriteParts(string engine, (string Name, List<FirstUse> Uses)[] parts)
    {
        var table = new Table($"Import-Module in {engine}, milliseconds (median)", "in all", "more than before", "methods compiled");
        var before = 0.0;
        foreach (var (name, uses) in parts)
        {
            var time = Median(uses, use => use.Import);
            table.Add(name, Show(time), Show(time - before), Show(Median(uses, use => use.CompiledAtImport)));
            before = time;
        }

        table.Write();
    }

    private static double Median(List<FirstUse> uses, Func<FirstUse, double> figure) => At(uses, figure, 0.5);

    private static double At(List<FirstUse> uses, Func<FirstUse, double> figure, double share) => uses.Select(figure).Order().ElementAt((int)(uses.Count * share));

    private static string Show(double figure) => figure.ToString("0", CultureInfo.InvariantCulture);
}
