using System.Management.Automation;
using System.Threading.Channels;
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

    private readonly Channel<Action> _ready = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _giveUp = new();

    /// <summary>The running pieces of work, and one for the command itself.</summary>
    private readonly CountdownEvent _running = new(1);

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
    private protected abstract string Activity { get; }

    /// <summary>Finds the connection. Without one nothing can be done.</summary>
    protected override void BeginProcessing()
    {
        Observer = new VerboseObserver(text => Post(() => WriteVerbose(text)));
        Progress = new ProgressBar(this, Activity);
        OrStop(() => Connection ??= SessionConnection.Current.Get(SessionState));
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
        _ready.Writer.TryComplete();
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

    /// <summary>Starts a piece of work in the background. Its failure is an error of its target alone, but for those that no target is spared.</summary>
    /// <param name="target">What the work is about.</param>
    /// <param name="subject">How people know the target.</param>
    /// <param name="work">The work. It hands results back by <see cref="Post"/>.</param>
    private protected void Start(object target, string subject, Func<CancellationToken, Task> work)
    {
        _running.AddCount();
        Progress.Add();
        _ = Task.Run(() => RunAsync(target, subject, work));
    }

    /// <summary>Hands something to the pipeline's thread. Any thread may call it.</summary>
    private protected void Post(Action action) => _ready.Writer.TryWrite(action);

    /// <summary>Writes an error about one target; ends the command where every other target would meet the same.</summary>
    private protected void WriteFailure(SFVideoException error, object target, string subject)
    {
        Progress.Fail();
        var record = ErrorRecords.Create(error, target, subject);
        if (error is SFVideoAuthenticationException or SFVideoNotFoundException or SFVideoJournalException)
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Writes what is ready, and returns.</summary>
    private protected void WriteReady()
    {
        while (_ready.Reader.TryRead(out var action))
        {
            action();
            Progress.Show();
        }
    }

    /// <summary>Writes everything, waiting for the work that still runs.</summary>
    private protected void WriteAll()
    {
        // Asked anew before each wait: work that is running then wakes this thread once more when it has ended,
        // while the wake of work that ended during the writing may have been taken along by the writing.
        while (_running.CurrentCount > 1)
        {
            WaitForReady();
            WriteReady();
        }

        // Results are handed over before their work counts as ended, so all are there now.
        WriteReady();
    }

    private void WaitForReady()
    {
        try
        {
            // Blocks on purpose: this is the pipeline's thread, which alone may write, and there is nothing to write yet.
            _ready.Reader.WaitToReadAsync(_stop.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private async Task RunAsync(object target, string subject, Func<CancellationToken, Task> work)
    {
        try
        {
            await work(_stop.Token).ConfigureAwait(false);
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

            // Wakes the pipeline's thread to see that the work has ended.
            Post(static () => { });
        }
    }
}
