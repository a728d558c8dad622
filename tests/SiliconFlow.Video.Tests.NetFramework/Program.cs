using System.Reflection;
using SiliconFlow.Simulator;
using Xunit;
using Xunit.Sdk;

namespace SiliconFlow.Video.Tests;

/// <summary>Runs the tests of this assembly. The last line counts them; the exit code is 0 where none failed.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var assembly = typeof(Program).Assembly;
        var run = new TestRun(filter: args.FirstOrDefault() ?? "");
        Console.WriteLine("On " + Family.Name);
        using (var executor = new XunitTestFrameworkExecutor(assembly.GetName(), new NoSources(), new NullMessageSink()))
        {
            executor.RunTests(run.Choose(Discover(assembly)), run, new RunOptions());
            run.Ended.WaitOne();
        }

        SimulatorProcess.EndAll();
        Console.WriteLine($"{run.Passed} passed, {run.Failed} failed, {run.Skipped} skipped");
        return run.Failed == 0 && run.Passed > 0 ? 0 : 1;
    }

    private static List<IXunitTestCase> Discover(Assembly assembly)
    {
        using var found = new TestCases();
        using var discoverer = new XunitTestFrameworkDiscoverer(Reflector.Wrap(assembly), new NoSources(), new NullMessageSink());
        discoverer.Find(includeSourceInformation: false, found, new RunOptions());
        found.Ended.WaitOne();
        return found.All;
    }
}
