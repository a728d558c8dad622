using System.Collections.Concurrent;
using PuppeteerSharp;

namespace SiliconFlow.Video.Tests.Galleries;

/// <summary>A page in the browser, with all that it asked for and complained of.</summary>
internal sealed class OpenGallery : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    public OpenGallery(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, e) => _requests.Enqueue(e.Request.Url);
        page.Console += (_, e) => _complaints.Enqueue(e.Message.Text);
        page.PageError += (_, e) => _complaints.Enqueue(e.Message);
        page.Dialog += async (_, e) =>
        {
            _complaints.Enqueue("dialog: " + e.Dialog.Message);
            await e.Dialog.Dismiss();
        };
    }

    public IPage Page { get; }

    /// <summary>The addresses that were asked for, the page's own among them.</summary>
    public string[] Requests => [.. _requests];

    /// <summary>What stands in the console, errors of the script, and dialogs.</summary>
    public string[] Complaints => [.. _complaints];

    /// <summary>The names on the cards that are shown, in their order.</summary>
    public Task<string[]> NamesAsync() => Page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('#list > li:not([hidden]) h2')].map((name) => name.textContent)");

    /// <summary>What an expression of the page's script comes to.</summary>
    public Task<T> ReadAsync<T>(string expression) => Page.EvaluateExpressionAsync<T>(expression);

    /// <summary>Waits until an expression is true.</summary>
    public Task UntilAsync(string expression) => Page.WaitForFunctionAsync($"() => {expression}");

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
