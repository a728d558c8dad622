using System.Collections.Concurrent;
using System.Management.Automation;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>
/// The base of the cmdlets that call the service. Their work runs in the background; what comes of it is written on the pipeline's thread,
/// a little with each input and the rest at the end, in the order of completion.
/// </summary>
public abstract class ServiceCommand : PSCmdlet, IDisposable
{
    /// <summary>How long an abandoned pipeline is held so that its work can clean up behind itself (partial files).</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentQueue<Action> _ready = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _giveUp = new();

    /// <summary>The running pieces of work, and one for the command itself.</summary>
    private readonly CountdownEvent _running = new(1);

    private PipelinePlace? _place;
    private RecentJobs? _recent;
    private int _stopped;
    private bool _disposed;

    private protected ServiceCommand()
    {
    }

    /// <summary>The connection to use in place of the session's: what Connect-SFVideo -PassThru gave.</summary>
    [Parameter]
    [ValidateNotNull]
    public SFVideoConnection? Connection { get; set; }

    /// <summary>Ends all work.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    private protected ICallObserver Observer { get; private set; } = null!;

    private protected ProgressBar Progress { get; private set; } = null!;

    /// <summary>Comes after the stop, by <see cref="Grace"/>: until then, answers to what was sent are worth waiting for.</summary>
    private protected CancellationToken GiveUp => _giveUp.Token;

    /// <summary>How long a stopped command waits for answers to what it has sent.</summary>
    private protected virtual TimeSpan Grace => TimeSpan.Zero;

    /// <summary>The name of the cmdlet's progress bar.</summary>
    private protected abstract LocalText Activity { get; }

    /// <summary>Finds the connection. Without one nothing can be done.</summary>
    protected override void BeginProcessing()
    {
        _recent = RecentJobs.Current;
        _place = new PipelinePlace(this, () => !_ready.IsEmpty || Progress.IsDue);
        Observer = new VerboseObserver(this.Hears("Verbose", "VerbosePreference") ? text => Post(() => WriteVerbose(text.ToString())) : null);
        OrStop(() => Connection ??= SessionConnection.Current.Get(SessionState));
        Progress = new ProgressBar(this, Activity, Connection!.Time);
    }

    /// <summary>Ends the work on Ctrl+C, or when the pipeline is stopped in another way.</summary>
    protected override void StopProcessing() => Stop();

    /// <summary>Writes what is still to come.</summary>
    protected override void EndProcessing()
    {
        WriteAll();
        Progress.Complete();
    }

    /// <summary>Ends whatever still runs: also when a later command of the pipeline wanted no more.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the background work.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
        {
            return;
        }

        _disposed = true;
        Stop();
        _place?.Leave();
        Progress?.Abandon();
        _running.Signal();

        // The thread is PowerShell's and has nothing else to do; work that does not end in time loses nothing but its cleaning up.
        if (_running.Wait(CleanUpTime + Grace))
        {
            _running.Dispose();
            _stop.Dispose();
            _giveUp.Dispose();
        }
    }

    private void Stop()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 0)
        {
            _giveUp.CancelAfter(Grace);
            _stop.Cancel();
            _place?.Bell.Ring();
        }
    }

    /// <summary>Does something on which the whole command depends.</summary>
    private protected void OrStop(Action action)
    {
        try
        {
            action();
        }
        catch (SFVideoException e)
        {
            ThrowTerminatingError(ErrorRecords.Create(e, MyInvocation.MyCommand.Name));
        }
    }

    /// <summary>Takes a piece of work into the command. Its failure is an error of its target alone, but for those that no target is spared.</summary>
    /// <param name="target">What the work is about.</param>
    /// <param name="subject">How people know the target.</param>
    /// <param name="work">The work, begun on this thread; it ends with <see cref="StopToken"/>.</param>
    /// <param name="write">Writes what came of it, on the pipeline's thread.</param>
    private protected void Start<T>(object target, LocalText subject, Task<T> work, Action<T> write)
    {
        _running.AddCount();
        Progress.Add();
        _ = FollowAsync(target, subject, work, write);
    }

    /// <summary>Hands something to the pipeline's thread. Any thread may call it.</summary>
    private void Post(Action action)
    {
        _ready.Enqueue(action);
        _place?.Bell.Ring();
    }

    /// <summary>Takes note of an input. Those that only give this command the thread ask for nothing else.</summary>
    /// <returns>Whether there is more to do with it than writing what is ready.</returns>
    private protected bool TakeInput(object? input)
    {
        _place!.Take(input);
        return input is not SFVideo video || !PipelinePlace.IsWakeUp(video);
    }

    /// <summary>Writes a result.</summary>
    private protected void WriteResult(object result)
    {
        _recent!.Add(result);
        _place!.Write(result);
    }

    /// <summary>Writes the result of a piece of work that succeeded.</summary>
    private protected void WriteSuccess(object result)
    {
        Progress.Succeed();
        WriteResult(result);
    }

    /// <summary>Writes an error about one target; ends the command where every other target would meet the same.</summary>
    private protected virtual void WriteFailure(SFVideoException error, object target, LocalText subject)
    {
        Progress.Fail();
        var record = ErrorRecords.Create(error, target, subject);
        if (error is SFVideoAuthenticationException or SFVideoNotFoundException or SFVideoJournalException)
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Writes what is ready, lets the next command do so, too, and returns.</summary>
    private protected void WriteReady()
    {
        while (_ready.TryDequeue(out var action))
        {
            action();
            Progress.Show();
        }

        Progress.Show();
        _place!.WakeNext();
    }

    /// <summary>Writes everything, waiting for the work that still runs.</summary>
    private protected void WriteAll()
    {
        // Blocks on purpose: this is the pipeline's thread, which alone may write, and there is nothing to write yet.
        for (; _running.CurrentCount > 1; _place!.Bell.Wait(Progress.IsVisible ? ProgressBar.MinInterval : Timeout.InfiniteTimeSpan))
        {
            WriteReady();
            if (_stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
        }

        // Results are handed over before their work counts as ended, so all are there now.
        WriteReady();
    }

    private async Task FollowAsync<T>(object target, LocalText subject, Task<T> work, Action<T> write)
    {
        try
        {
            var result = await work.ConfigureAwait(false);
            Post(() => write(result));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The pipeline is being stopped: nobody reads any more.
        }
        catch (SFVideoException e)
        {
            Post(() => WriteFailure(e, target, subject));
        }
        catch (Exception e)
        {
            Post(() => WriteError(ErrorRecords.Unforeseen(e, target)));
        }
        finally
        {
            _running.Signal();
            if (_running.CurrentCount <= 1)
            {
                // The pipeline's thread has to see that all the work has ended. What a single piece had to tell has rung already.
                _place?.Bell.Ring();
            }
        }
    }
}
