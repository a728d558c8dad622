using System.Collections;
using System.Management.Automation;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>A script that runs while the test looks on, and can be stopped as Ctrl+C stops it.</summary>
internal sealed class RunningScript
{
    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly List<(Func<ScriptResult, bool> Condition, TaskCompletionSource Reached)> _waiting = [];

    internal RunningScript(PowerShell shell, IEnumerable? input)
    {
        _shell = shell;
        _output.DataAdded += (_, _) => Tell();
        _shell.Streams.Error.DataAdded += (_, _) => Tell();
        _shell.Streams.Verbose.DataAdded += (_, _) => Tell();
        _shell.Streams.Warning.DataAdded += (_, _) => Tell();
        _shell.Streams.Progress.DataAdded += (_, _) => Tell();
        _shell.Streams.Information.DataAdded += (_, _) => Tell();

        var items = new PSDataCollection<object?>(input?.Cast<object?>() ?? []);
        items.Complete();
        Completion = FinishAsync(_shell.InvokeAsync(items, _output));
    }

    /// <summary>How the script ended. It never faults: an error that ends the script is in the result.</summary>
    public Task<ScriptResult> Completion { get; }

    /// <summary>Waits until the script has written what the condition asks for; fails if it ends without.</summary>
    public async Task Until(Func<ScriptResult, bool> condition)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting.Add((condition, reached));
        }

        Tell();
        await Task.WhenAny(reached.Task, Completion);
        Assert.True(reached.Task.IsCompleted || condition(await Completion), "The script ended before it came so far.");
    }

    /// <summary>Presses Ctrl+C and waits for the script to end.</summary>
    public async Task<ScriptResult> StopAsync()
    {
        // Not StopAsync: it fails where the script ends before the engine has handed out what that waits for.
        _shell.BeginStop(null, null);
        return await Completion;
    }

    private async Task<ScriptResult> FinishAsync(Task<PSDataCollection<PSObject>> invocation)
    {
        try
        {
            // Tests may block on the result while they run in a synchronization context.
            await invocation.ConfigureAwait(false);
            return Now();
        }
        catch (PipelineStoppedException)
        {
            return Now() with { Stopped = true };
        }
        catch (RuntimeException e)
        {
            return Now() with { Terminated = e };
        }
        finally
        {
            _shell.Dispose();
        }
    }

    private void Tell()
    {
        ScriptResult now = Now();
        lock (_waiting)
        {
            foreach ((Func<ScriptResult, bool> condition, TaskCompletionSource reached) in _waiting)
            {
                if (!reached.Task.IsCompleted && condition(now))
                {
                    reached.SetResult();
                }
            }
        }
    }

    private ScriptResult Now() => new()
    {
        Output = Copy(_output, item => item),
        Errors = Copy(_shell.Streams.Error, error => error),
        Verbose = Copy(_shell.Streams.Verbose, record => record.Message),
        Warnings = Copy(_shell.Streams.Warning, record => record.Message),
        Progress = Copy(_shell.Streams.Progress, record => record),
        Information = Copy(_shell.Streams.Information, record => $"{record.MessageData}"),
    };

    // By index and under the collection's own lock: its enumerator would wait for the script to end.
    private static T[] Copy<TRecord, T>(PSDataCollection<TRecord> records, Func<TRecord, T> select)
    {
        lock (((ICollection)records).SyncRoot)
        {
            return [.. Enumerable.Range(0, records.Count).Select(i => select(records[i]))];
        }
    }
}
