using System.Diagnostics.CodeAnalysis;

namespace SiliconFlow.Video.Service;

/// <summary>Lets a limited number in at once; the others wait their turn.</summary>
/// <param name="places">How many, at least 1.</param>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim holds nothing to free unless its wait handle is asked for, and work that was abandoned may still leave by it.")]
internal sealed class Gate(int places)
{
    private readonly SemaphoreSlim _places = new(places);

    /// <summary>Enters when there is a place, until what is returned is disposed.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Place(_places);
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
