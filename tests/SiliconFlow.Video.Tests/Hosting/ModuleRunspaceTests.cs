namespace SiliconFlow.Video.Tests.Hosting;

public sealed class ModuleRunspaceTests
{
    [Fact]
    public async Task A_running_script_can_be_watched_and_stopped()
    {
        using var session = ModuleRunspace.OpenBare();
        RunningScript script = session.Start("$input; $word; while ($true) { }", input: new[] { "down the pipeline" }, new Dictionary<string, object?> { ["word"] = "set" });

        await script.Until(now => now.Output.Count == 2);
        ScriptResult result = await script.StopAsync();

        Assert.True(result.Stopped);
        Assert.Null(result.Terminated);
        Assert.Equal(["down the pipeline", "set"], result.Lines);
    }

    [Fact]
    public void An_error_that_ends_the_script_is_kept_apart()
    {
        using var session = ModuleRunspace.OpenBare();

        ScriptResult result = session.Run("Get-Module -Nothing; throw 'the end'");

        Assert.Equal("the end", result.Terminated!.Message);
        Assert.Equal("NamedParameterNotFound,Microsoft.PowerShell.Commands.GetModuleCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.False(result.Stopped);
    }
}
