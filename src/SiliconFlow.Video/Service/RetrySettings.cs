namespace SiliconFlow.Video.Service;

/// <summary>How patiently failures are met.</summary>
/// <param name="MaxRetries">How often a call is made again at most.</param>
/// <param name="BaseDelay">The middle of the first wait; each later one doubles it.</param>
/// <param name="MaxDelay">The longest wait of this call alone, also where Retry-After asks for a longer one. Calls to the service wait for the connection's pause besides.</param>
internal sealed record RetrySettings(int MaxRetries, TimeSpan BaseDelay, TimeSpan MaxDelay)
{
    /// <summary>No second try.</summary>
    internal static RetrySettings None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>A call that is free and changes nothing: a question about a job or for the models. Waiting goes on past it, until the caller's deadline.</summary>
    internal static RetrySettings Status { get; } = new(4, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    /// <summary>A download, from its start.</summary>
    internal static RetrySettings Download { get; } = new(4, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
}
