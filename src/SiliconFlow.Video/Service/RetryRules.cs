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
            .AddRetry(Retry(operation, settings, observer, afterAdvance: false))
            .Build();

    /// <summary>The same for an operation that goes on where it broke off: after each failure that has brought it on, its retries are counted anew.</summary>
    /// <inheritdoc cref="Build"/>
    internal static ResiliencePipeline BuildAdvancing(string operation, RetrySettings settings, TimeProvider time, ICallObserver observer) =>
        settings.MaxRetries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(Retry(operation, settings, observer, afterAdvance: true))
            .AddPipeline(Build(operation, settings, time, observer))
            .Build();

    private static RetryStrategyOptions Retry(string operation, RetrySettings settings, ICallObserver observer, bool afterAdvance) => new()
    {
        ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is SFVideoException { MayRepeat: true } failure && failure.HasAdvanced == afterAdvance),
        MaxRetryAttempts = afterAdvance ? int.MaxValue : settings.MaxRetries,
        BackoffType = afterAdvance ? DelayBackoffType.Constant : DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = settings.BaseDelay,
        MaxDelay = settings.MaxDelay,
        DelayGenerator = args => new ValueTask<TimeSpan?>(
            args.Outcome.Exception is SFVideoException { RetryAfter: { } wait } ? Clock.Min(wait, settings.MaxDelay) : null),
        OnRetry = args =>
        {
            var attempt = afterAdvance ? 1 : args.AttemptNumber + 1;
            observer.Retrying(new RetryReport(operation, attempt, settings.MaxRetries, args.RetryDelay, (SFVideoException)args.Outcome.Exception!));
            return default;
        },
    };
}
