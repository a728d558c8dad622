using System.Management.Automation;
using System.Text;

namespace SiliconFlow.Video.Benchmarks.Import;

/// <summary>The least that a cmdlet can do to submit: what anybody's first call costs in a process that made none before.</summary>
[Cmdlet(VerbsCommunications.Send, "BarePost")]
public sealed class BarePostCommand : PSCmdlet
{
    private const string Body = """{"model":"Wan-AI/Wan2.2-T2V-A14B","prompt":"a hen","image_size":"1280x720"}""";

    /// <summary>The service's base address.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string BaseUri { get; set; } = "";

    /// <inheritdoc/>
    protected override void EndProcessing() => PostAsync().GetAwaiter().GetResult();

    private async Task PostAsync()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{BaseUri}/video/submit") { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer sk-any");
        using var answer = await client.SendAsync(request).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsStringAsync().ConfigureAwait(false);
    }
}
