using System.Net.Http.Json;
using System.Text.Json;

namespace SiliconFlow.Video.Benchmarks.Batch;

/// <summary>What users write: submit a row, ask for it every five seconds until it is there, download it, go on with the next row. What fails is simply tried again.</summary>
internal static class HandWrittenLoop
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(Uri baseUri, TimeProvider time, string folder, int rows, int atOnce)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "sk-any");
        await Parallel.ForEachAsync(Enumerable.Range(1, rows), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (row, stop) =>
        {
            var id = await UntilAsync(time, async () =>
            {
                using var answer = await client.PostAsJsonAsync($"{baseUri}/video/submit", new { model = "Wan-AI/Wan2.2-T2V-A14B", prompt = $"p{row}", image_size = "1280x720" }, stop);
                return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("requestId").GetString() : null;
            });
            await Task.Delay(Pause, time, stop);
            var url = await UntilAsync(time, async () =>
            {
                using var answer = await client.PostAsJsonAsync($"{baseUri}/video/status", new { requestId = id }, stop);
                var status = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>(stop) : default;
                return status.ValueKind == JsonValueKind.Object && status.GetProperty("status").GetString() == "Succeed"
                    ? status.GetProperty("results").GetProperty("videos")[0].GetProperty("url").GetString()
                    : null;
            });
            await UntilAsync(time, async () =>
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{id}.mp4"), await client.GetByteArrayAsync(url, stop), stop);
                return id;
            });
        });
    }

    private static async Task<string> UntilAsync(TimeProvider time, Func<Task<string?>> attempt)
    {
        while (true)
        {
            try
            {
                if (await attempt() is { } result)
                {
                    return result;
                }
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
            {
                // As such loops have it: the next round tries again.
            }

            await Task.Delay(Pause, time);
        }
    }
}
