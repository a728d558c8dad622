using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace SiliconFlow.Video.Benchmarks.Submit;

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
    public Task RunAsync(string[] prompts, int atOnce) => RunAsync(prompts, atOnce, SubmitAsync);

    /// <summary>Submits rows and keeps a journal as plain code would: a line before each submit and one after it, each flushed to the disk before the next step.</summary>
    public async Task RunAsync(string[] prompts, int atOnce, string journal)
    {
        using var file = new FileStream(journal, FileMode.CreateNew);
        var gate = new Lock();
        void Keep(object line)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(line);
            lock (gate)
            {
                file.Write(json);
                file.WriteByte((byte)'\n');
                file.Flush(flushToDisk: true);
            }
        }

        await RunAsync(prompts, atOnce, async prompt =>
        {
            Keep(new { step = "intent", prompt });
            var id = await SubmitAsync(prompt);
            Keep(new { step = "submitted", prompt, id });
            return id;
        });
    }

    /// <summary>Makes the simulator forget all.</summary>
    public async Task ResetAsync() => (await _http.PostAsync(_reset, null)).EnsureSuccessStatusCode().Dispose();

    public void Dispose() => _http.Dispose();

    /// <summary>Submits one row.</summary>
    /// <returns>The job's id.</returns>
    public async Task<string> SubmitAsync(string prompt)
    {
        using var content = JsonContent.Create(new { model = "Wan-AI/Wan2.2-T2V-A14B", prompt, image_size = "1280x720" });
        using var response = await _http.PostAsync(_submit, content);
        response.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.GetProperty("requestId").GetString()!;
    }

    private static async Task RunAsync(string[] prompts, int atOnce, Func<string, Task<string>> submit)
    {
        var ids = new string[prompts.Length];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < prompts.Length;)
            {
                ids[i] = await submit(prompts[i]);
            }
        })));
        if (ids.Distinct().Count() != prompts.Length)
        {
            throw new InvalidOperationException("Not every row has an id of its own.");
        }
    }
}
