using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SiliconFlow.Video.Benchmarks;

/// <summary>Submits as plain code sends them: one HttpClient, so many loops at once, the same bodies, the id read from the answer, and no care for anything else.</summary>
internal sealed class BareSubmits : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly Uri _submit;
    private readonly Uri _reset;

    public BareSubmits(Uri baseUri)
    {
        _submit = new Uri($"{baseUri}/video/submit");
        _reset = new Uri(baseUri, "/sim/reset");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-benchmark");
    }

    /// <summary>Submits rows.</summary>
    public async Task RunAsync(int rows, int atOnce)
    {
        var ids = new string[rows];
        string[] prompts = [.. Prompts.All(rows)];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < rows;)
            {
                ids[i] = await SubmitAsync(prompts[i]);
            }
        })));
        if (ids.Distinct().Count() != rows)
        {
            throw new InvalidOperationException("Not every row has an id of its own.");
        }
    }

    /// <summary>Makes the simulator forget all.</summary>
    public async Task ResetAsync() => (await _http.PostAsync(_reset, null)).EnsureSuccessStatusCode().Dispose();

    public void Dispose() => _http.Dispose();

    private async Task<string> SubmitAsync(string prompt)
    {
        using var content = JsonContent.Create(new { model = "Wan-AI/Wan2.2-T2V-A14B", prompt, image_size = "1280x720" });
        using var response = await _http.PostAsync(_submit, content);
        response.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.GetProperty("requestId").GetString()!;
    }
}
