using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Simulator;

/// <summary>A simulator for one test, with a clock set by hand and a client that speaks to it over a real socket.</summary>
public abstract class SimulatorTest : IAsyncLifetime
{
    protected const string TextModel = "Wan-AI/Wan2.2-T2V-A14B";
    protected const string ImageModel = "Wan-AI/Wan2.2-I2V-A14B";

    /// <summary>Nothing here takes long; a test that hangs shall fail and say where.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    protected ServiceSimulator Service { get; private set; } = null!;

    protected HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    protected Uri Root => new(Service.BaseUri, "/");

    protected virtual SimulatorOptions Options => new() { TimeProvider = Time, QueueTime = TimeSpan.Zero, RunTime = TimeSpan.Zero };

    public async Task InitializeAsync()
    {
        Service = await ServiceSimulator.StartAsync(Options);
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-anything");
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Service.DisposeAsync();
    }

    protected static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json")).TrimEnd('\n');

    protected static string SubmitBody(string prompt = "a cat", long? seed = null, string size = "1280x720") =>
        JsonSerializer.Serialize(new { model = TextModel, prompt, image_size = size, seed });

    protected Task<HttpResponseMessage> PostAsync(string path, string body, CancellationToken cancellationToken = default) =>
        Http.PostAsync(new Uri(Root, path), new StringContent(body, Encoding.UTF8, "application/json"), cancellationToken);

    protected Task<HttpResponseMessage> TrySubmitAsync(string prompt = "a cat", CancellationToken cancellationToken = default) =>
        PostAsync("v1/video/submit", SubmitBody(prompt), cancellationToken);

    protected async Task<string> SubmitAsync(string prompt = "a cat", long? seed = null, string size = "1280x720")
    {
        using var response = await PostAsync("v1/video/submit", SubmitBody(prompt, seed, size));
        Assert.True(response.IsSuccessStatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("requestId").GetString()!;
    }

    protected Task<HttpResponseMessage> AskStatusAsync(string requestId) => PostAsync("v1/video/status", JsonSerializer.Serialize(new { requestId }));

    protected async Task<string> StatusAsync(string requestId)
    {
        using var response = await AskStatusAsync(requestId);
        return await response.Content.ReadAsStringAsync();
    }

    protected async Task<Uri> LinkAsync(string requestId)
    {
        using var status = JsonDocument.Parse(await StatusAsync(requestId));
        return new Uri(status.RootElement.GetProperty("results").GetProperty("videos")[0].GetProperty("url").GetString()!);
    }

    protected async Task<Uri> SubmitAndLinkAsync(string prompt = "a cat") => await LinkAsync(await SubmitAsync(prompt));

    protected async Task<HttpResponseMessage> GetAsync(Uri link, string? range = null, string? ifRange = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, link);
        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        if (ifRange is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Range", ifRange);
        }

        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The bytes that a job's link is to serve.</summary>
    protected byte[] VideoOf(string requestId)
    {
        using var video = Service.OpenVideo(requestId);
        var bytes = new byte[video.Length];
        video.ReadExactly(bytes);
        return bytes;
    }

    protected static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(",", values) : "";
}
