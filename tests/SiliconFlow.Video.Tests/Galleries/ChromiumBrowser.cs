using PuppeteerSharp;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Galleries;

/// <summary>One browser for all tests of a class, with a profile of its own. It is started only where a test needs it, and closed for sure.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime, IDisposable
{
    /// <summary>In milliseconds: how long a busy machine may take for what is done in a moment.</summary>
    private const int Patience = 120_000;

    private readonly TemporaryFolder _profile = new();
    private IBrowser? _browser;

    /// <summary>How it is started: without a screen, and without anything that would ask a network by itself.</summary>
    internal static string[] Flags { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Found is { } program)
        {
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = program, Headless = true, Args = Flags, UserDataDir = _profile.Path, Timeout = Patience });
        }
    }

    public async Task DisposeAsync() => await (_browser?.CloseAsync() ?? Task.CompletedTask);

    public void Dispose()
    {
        _browser?.Dispose();
        _profile.Dispose();
    }

    /// <summary>Opens a page in a session of its own: nothing is remembered from one test to the next.</summary>
    /// <param name="path">The page's file.</param>
    /// <param name="prepare">What is to be set before it loads.</param>
    internal async Task<OpenGallery> OpenAsync(string path, Func<IPage, Task>? prepare = null)
    {
        var context = await _browser!.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        page.DefaultTimeout = Patience;
        await page.SetViewportAsync(new ViewPortOptions { Width = 1280, Height = 900 });
        await (prepare?.Invoke(page) ?? Task.CompletedTask);
        var gallery = new OpenGallery(context, page);
        await page.GoToAsync(new Uri(path).AbsoluteUri);
        return gallery;
    }
}
