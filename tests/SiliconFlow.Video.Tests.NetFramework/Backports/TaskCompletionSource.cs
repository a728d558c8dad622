namespace System.Threading.Tasks;

/// <summary>The one without a result.</summary>
internal sealed class TaskCompletionSource(TaskCreationOptions options = TaskCreationOptions.None)
{
    private readonly TaskCompletionSource<bool> _source = new(options);

    public Task Task => _source.Task;

    public void SetResult() => _source.SetResult(true);

    public bool TrySetResult() => _source.TrySetResult(true);
}
