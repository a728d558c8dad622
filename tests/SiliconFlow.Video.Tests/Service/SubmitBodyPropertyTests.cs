using System.Text.Json;
using CsCheck;
using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class SubmitBodyPropertyTests
{
    [Fact]
    public void Any_text_is_read_back_as_it_was_typed() => Gen.String.Sample(
        text =>
        {
            var prompt = new string([.. text.Where(c => !char.IsSurrogate(c))]) + "🐱👩‍👩‍👧\u3000\u2028\0";
            using var json = JsonDocument.Parse(SubmitBody.EncodeAsync(VideoRequest.Create(new SFVideoRequest { Prompt = prompt }, null), CancellationToken.None).GetAwaiter().GetResult());
            Assert.Equal(prompt, json.RootElement.GetProperty("prompt").GetString());
        });
}
