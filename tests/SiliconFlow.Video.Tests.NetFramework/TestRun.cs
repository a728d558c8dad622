using Xunit.Abstractions;
using Xunit.Sdk;

namespace SiliconFlow.Video.Tests;

/// <summary>Counts what comes of the tests, and tells of those that failed or were left out, and why.</summary>
/// <param name="filter">A part of the names of the tests to run; empty for all.</param>
internal sealed class TestRun(string filter) : LongLivedMarshalByRefObject, IMessageSink
{
    private int _passed;
    private int _failed;
    private int _skipped;

    public int Passed => _passed;

    public int Failed => _failed;

    public int Skipped => _skipped;

    public ManualResetEvent Ended { get; } = new(false);

    /// <summary>The tests that are to run here. The others are counted as skipped, and named with the reason.</summary>
    public IReadOnlyList<IXunitTestCase> Choose(IEnumerable<IXunitTestCase> all)
    {
        var chosen = new List<IXunitTestCase>();
        foreach (var test in all.Where(test => test.DisplayName.Contains(filter)))
        {
            if (Exclusions.ReasonFor(test) is { } reason)
            {
                Skip(test.DisplayName, reason);
            }
            else
            {
                chosen.Add(test);
            }
        }

        return chosen;
    }

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestPassed:
                Interlocked.Increment(ref _passed);
                break;
            case ITestSkipped skipped:
                Skip(skipped.Test.DisplayName, skipped.Reason);
                break;
            case ITestFailed failed when failed.ExceptionTypes[0] == typeof(OutOfReachException).FullName:
                Skip(failed.Test.DisplayName, failed.Messages[0]);
                break;
            case ITestFailed failed:
                Fail(failed.Test.DisplayName, failed);
                break;
            case IErrorMessage error:
                Fail("outside of any test", error);
                break;
            case ITestAssemblyFinished:
                Ended.Set();
                break;
        }

        return true;
    }

    private void Skip(string test, string reason)
    {
        Interlocked.Increment(ref _skipped);
        Console.WriteLine($"skipped: {test}: {reason}");
    }

    private void Fail(string test, IFailureInformation failure)
    {
        Interlocked.Increment(ref _failed);
        Console.WriteLine($"FAILED: {test}: {ExceptionUtility.CombineMessages(failure)}\n{ExceptionUtility.CombineStackTraces(failure)}");
    }
}
