using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>What is allocated by whichever thread can only be counted while no other test runs.</summary>
[CollectionDefinition(nameof(SubmitBodyMemoryTests), DisableParallelization = true)]
[Collection(nameof(SubmitBodyMemoryTests))]
public sealed class SubmitBodyMemoryTests
{
    [Fact]
    public async Task Image_file_costs_no_more_memory_than_itself_and_its_base64()
    {
        const int length = 8 * 1024 * 1024;
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.png"], Pictures.PngOf(length));
        var request = VideoRequest.Create(new SFVideoRequest { Prompt = "p" }, FileImage.Inspect(folder["a.png"]));

        // Late work of earlier tests only adds: the least of a few runs is the nearest to the truth.
        var least = long.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            _ = await SubmitBody.EncodeAsync(request, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        Assert.InRange(least, length, (length * 7L / 3) + (1024 * 1024));
    }
}
