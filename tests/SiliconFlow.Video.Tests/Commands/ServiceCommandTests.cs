using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What the cmdlets that call the service have in common: work in the background, written by the pipeline's thread.</summary>
public sealed class ServiceCommandTests
{
    [Fact]
    public async Task Work_that_ends_while_its_results_are_written_ends_the_command()
    {
        using var session = ModuleRunspace.OpenBare();
        session.ImportTestCmdlets();
        using var connection = new SFVideoConnection(new Uri("http://127.0.0.1:9/v1"), ApiKey.Parse("sk-any"), new ProxySettings(null, null), TimeSpan.FromSeconds(1), "tests");

        RunningScript script = session.Start("Invoke-EndingWork -Connection $connection", variables: new Dictionary<string, object?> { ["connection"] = connection });

        ScriptResult result = await script.Completion.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["written"], result.ThrowOnError().Lines);
    }
}
