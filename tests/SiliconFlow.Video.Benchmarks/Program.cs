// Measures the module beside what a user would do otherwise. One argument names the suite; without one, all run.
using SiliconFlow.Video.Benchmarks;
using SiliconFlow.Video.Benchmarks.Batch;
using SiliconFlow.Video.Benchmarks.Gallery;
using SiliconFlow.Video.Benchmarks.Import;
using SiliconFlow.Video.Benchmarks.Poll;
using SiliconFlow.Video.Benchmarks.Schedule;
using SiliconFlow.Video.Benchmarks.Submit;

var suites = new Dictionary<string, Func<Task>>(StringComparer.OrdinalIgnoreCase)
{
    ["batch"] = BatchSuite.RunAsync,
    ["gallery"] = GallerySuite.RunAsync,
    ["import"] = ImportSuite.RunAsync,
    ["prompts"] = PromptSuite.RunAsync,
    ["submit"] = SubmitSuite.RunAsync,
    ["save"] = SaveSuite.RunAsync,
    ["poll"] = PollSuite.RunAsync,
    ["schedule"] = ScheduleSuite.RunAsync,
};

string[] chosen = args.Length == 0 ? [.. suites.Keys] : args;
if (chosen.FirstOrDefault(name => !suites.ContainsKey(name)) is { } unknown)
{
    Console.Error.WriteLine($"There is no suite '{unknown}'. There are: {string.Join(", ", suites.Keys)}.");
    return 2;
}

Console.WriteLine(Machine.Describe());
foreach (string name in chosen)
{
    Console.WriteLine();
    Console.WriteLine($"## {name}");
    Console.WriteLine();
    await suites[name]();
    Console.WriteLine();
    Console.WriteLine(Machine.DescribeNoise());
}

return 0;
