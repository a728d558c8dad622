using Polly;
using Polly.Retry;

namespace SiliconFlow.Video.Service;

/// <summary>Builds the retry pipelines: jittered exponential backoff that gives way to Retry-After, for errors that may be repeated and for no other.</summary>
internal static class RetryRules
{
    /// <summary>A pipeline for one kind of operation.</summary>
    /// <param name="operation">The operation's name, for reports.</param>
    /// <param name="settings">How patient it is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="observer">Is told before each retry.</param>
    internal static ResiliencePipeline Build(string operation, RetrySettings settings, TimeProvider time, ICallObserver observer) =>
        settings.MaxRetries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = static args => new ValueTask<bool>(args.Outcome.Exception is SFVideoException { MayRepeat: true }),
                MaxRetryAttempts = settings.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.BaseDelay,
                MaxDelay = settings.MaxDelay,
                DelayGenerator = args => new ValueTask<TimeSpan?>(
                    args.Outcome.Exception is SFVideoException { RetryAfter: { } wait } ? Clock.Min(wait, settings.MaxDelay) : null),
                OnRetry = args =>
                {
                    observer.Retrying(new RetryReport(operation, args.AttemptNumber + 1, settings.MaxRetries, args.RetryDelay, (SFVideoException)args.Outcome.Exception!));
                    return default;
                },
            })
            .Build();
}
