using System.Diagnostics;
using System.Globalization;
using PuppeteerSharp;
using SiliconFlow.Video.Galleries;

namespace SiliconFlow.Video.Benchmarks.Gallery;

/// <summary>What a gallery costs its browser, by the number of its videos.</summary>
internal static class GallerySuite
{
    private const int Rounds = 5;

    /// <summary>Writes pages of several sizes and opens each in Chromium, $CHROMIUM or the usual one.</summary>
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sfvideo-gallery-").FullName;
        try
        {
            var launch = new LaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                UserDataDir = Path.Combine(folder, "profile"),
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            };
            await using var browser = await Puppeteer.LaunchAsync(launch);
            var table = new Table("videos", "page KB", "made in ms", "first paint ms", "keystroke to paint ms", "sorted to paint ms", "heap MB", "DOM nodes", "videos read", "players after a scroll");
            foreach (var count in new[] { 10, 100, 1000, 5000 })
            {
                table.Add(await MeasureAsync(browser, Path.Combine(folder, $"of {count}"), count));
            }

            table.Write();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> MeasureAsync(IBrowser browser, string folder, int count)
    {
        Directory.CreateDirectory(folder);
        var items = Prompts.All(count).Select((prompt, i) => MakeItem(folder, i, prompt)).ToList();
        var path = Path.Combine(folder, "gallery.html");
        GalleryFile.Write(path, GalleryPage.Make(items, null, folder, CultureInfo.InvariantCulture, DateTimeOffset.Now), replace: false);
        var start = Stopwatch.GetTimestamp();
        GalleryFile.Write(path, GalleryPage.Make(items, null, folder, CultureInfo.InvariantCulture, DateTimeOffset.Now), replace: true);
        var made = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        List<double> paints = [], keys = [], sorts = [];
        double heap = 0, nodes = 0;
        int read = 0, players = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var page = await browser.NewPageAsync();
            HashSet<string> asked = [];
            page.Request += (_, e) => asked.Add(e.Request.Url);
            await page.GoToAsync(new Uri(path).AbsoluteUri);
            await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0 && document.querySelector('video')?.readyState > 0");
            paints.Add(await page.EvaluateExpressionAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            read = asked.Count(url => url.EndsWith(".mp4", StringComparison.Ordinal));
            keys.Add(await ToPaintAsync(page, "text", "input", "Shot 7"));
            keys.Add(await ToPaintAsync(page, "text", "input", ""));
            sorts.Add(await ToPaintAsync(page, "sort", "change", "name"));
            var metrics = await page.MetricsAsync();
            (heap, nodes) = ((double)metrics["JSHeapUsedSize"], (double)metrics["Nodes"]);
            await page.EvaluateExpressionAsync("document.querySelector('li:last-child').scrollIntoView()");
            await page.WaitForFunctionAsync("() => document.querySelector('li:last-child video')?.readyState > 0");
            players = await page.EvaluateExpressionAsync<int>("document.querySelectorAll('video').length");
        }

        return [.. new[] { count, new FileInfo(path).Length / 1000.0, made, Statistics.Median(paints), Statistics.Median(keys), Statistics.Median(sorts) }.Select(Whole), (heap / 1e6).ToString("0.0", CultureInfo.InvariantCulture), Whole(nodes), Whole(read), Whole(players)];
    }

    /// <summary>From a change of a field until the frame with what came of it is there.</summary>
    private static Task<double> ToPaintAsync(IPage page, string id, string change, string value) => page.EvaluateFunctionAsync<double>(
        """
        (id, change, value) => new Promise((resolve) => {
          const start = performance.now();
          const field = document.getElementById(id);
          field.value = value;
          field.dispatchEvent(new Event(change));
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        })
        """,
        id,
        change,
        value);

    private static GalleryItem MakeItem(string folder, int index, string prompt)
    {
        var file = Path.Combine(folder, $"shot {index}.mp4");
        File.Copy(Paths.Clip, file);
        return new GalleryItem(
            new SFVideo($"k3v9x0q2m7ab{index}") { Name = $"shot {index}", Prompt = prompt, Model = "Wan-AI/Wan2.2-T2V-A14B", ImageSize = "1280x720", Seed = index * 7919 % 100_003, InferenceTime = 60 + (index % 97) },
            file);
    }

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
