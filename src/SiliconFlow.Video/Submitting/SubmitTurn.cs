namespace SiliconFlow.Video.Submitting;

/// <summary>A row's place among the submits in flight, until it is disposed of.</summary>
internal sealed class SubmitTurn(SubmitThrottle throttle, SubmitTry sending) : IDisposable
{
    private bool _left;

    /// <summary>The service took the submit. The place is kept.</summary>
    internal void Taken() => throttle.Learn(sending, taken: true);

    /// <summary>The service refused the submit for now. The place goes to the next in line.</summary>
    internal void Refused()
    {
        throttle.Learn(sending, taken: false);
        Dispose();
    }

    /// <summary>Gives the place to the next in line.</summary>
    public void Dispose()
    {
        if (!_left)
        {
            _left = true;
            throttle.Leave();
        }
    }
}
