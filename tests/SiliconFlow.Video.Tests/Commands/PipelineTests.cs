using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The main job, as its user runs it.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task Prompts_become_whole_files()
    {
        await using var session = await SimulatedSession.StartAsync();

        var result = session.Run("'a cat', '一只戴\"帽子\"的猫 🐱', 'waves' | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination ./videos");

        Assert.Empty(result.Errors);
        Assert.Equal(3, result.Output.Count);
        Assert.Equal(["a cat", "waves", "一只戴\"帽子\"的猫 🐱"], session.Simulator.Bill.Select(entry => entry.Prompt).Order(StringComparer.Ordinal));
        foreach (var file in result.Output)
        {
            var path = (string)file.Properties["FullName"].Value;
            using var sent = session.Simulator.OpenVideo((string)file.Properties["RequestId"].Value);
            using var content = new MemoryStream();
            await sent.CopyToAsync(content);
            Assert.Equal(content.ToArray(), await File.ReadAllBytesAsync(path));
            Assert.StartsWith(session.Folder["videos"], path, StringComparison.Ordinal);
        }
    }
}
