using System.Runtime.CompilerServices;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Commands;

/// <summary>What each connection's account lists, asked once, when the Tab key first wants it.</summary>
internal static class ListedModels
{
    /// <summary>How long somebody who types is kept waiting.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly ConditionalWeakTable<SFVideoConnection, Task<IReadOnlyList<SFVideoModel>>> Asked = new();

    /// <summary>The models; none where the service did not tell in time.</summary>
    internal static IReadOnlyList<SFVideoModel> Of(SFVideoConnection connection)
    {
        // Off this thread, and not trusted to end in time: what HTTP stacks do before their first wait (proxies, names) may take long, too.
        var asked = Asked.GetValue(connection, static one => Task.Run(() => AskAsync(one)));
        Task.WaitAny(asked, connection.Time.DelayAsync(Patience, CancellationToken.None));
        return asked.IsCompleted ? asked.Result : [];
    }

    private static async Task<IReadOnlyList<SFVideoModel>> AskAsync(SFVideoConnection connection)
    {
        using var patience = connection.Time.CancelAfter(Patience);
        var client = new ModelsClient(connection, new VerboseObserver(null), RetrySettings.None);
        try
        {
            var lists = await Task.WhenAll(
                client.ListAsync(SFVideoModelKind.TextToVideo, patience.Token),
                client.ListAsync(SFVideoModelKind.ImageToVideo, patience.Token)).ConfigureAwait(false);
            return [.. lists.SelectMany(models => models)];
        }
        catch (Exception e) when (e is SFVideoException or OperationCanceledException or ObjectDisposedException)
        {
            // There is nobody to tell; Get-SFVideoModel says what is wrong. It is not tried at each further Tab.
            return [];
        }
    }
}
