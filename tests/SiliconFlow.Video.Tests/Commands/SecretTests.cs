using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The key is in nothing that the cmdlets show, write or hand out.</summary>
public sealed class SecretTests
{
    [Fact]
    public async Task The_key_is_in_no_stream()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(
            new FaultRule { Operation = Operation.Submit, Prompt = "echo", Fault = FaultKind.Answer, Status = 400, Body = $$"""{"code":20015,"message":"You sent Bearer {{SimulatedSession.Key}}","data":null}""" },
            new FaultRule { Operation = Operation.Submit, Prompt = "nonsense", Fault = FaultKind.GarbageJson, Body = $"<html>{SimulatedSession.Key}</html>" },
            new FaultRule { Operation = Operation.Submit, Prompt = "cut", Fault = FaultKind.DropAfterTaking },
            new FaultRule { Operation = Operation.Submit, Prompt = "busy", Occurrences = 1, Fault = FaultKind.Answer, Status = 429, Body = SimulatedSession.Key, RetryAfter = "0" });

        ScriptResult result = session.Run("$DebugPreference = 'Continue'; 'echo', 'nonsense', 'cut', 'busy', 'good' | New-SFVideo -Verbose -OutVariable videos; $videos | Get-SFVideo -Verbose");

        Assert.Equal(3, result.Errors.Count);
        Assert.Equal(4, result.Output.Count);
        Assert.Contains(result.Errors, error => error.ToString().Contains("You sent Bearer ***", StringComparison.Ordinal));
        Assert.Contains(result.Verbose, line => line.Contains("retry 1 in", StringComparison.Ordinal));
        AssertNoKey(result.Verbose);
        AssertNoKey(result.Warnings);
        AssertNoKey(result.Progress.Select(record => $"{record.Activity} {record.StatusDescription} {record.CurrentOperation}"));
        AssertNoKey(result.Errors.Select(error => $"{error} {error.Exception} {error.ErrorDetails} {error.TargetObject} {PSSerializer.Serialize(error, 2)}"));
        AssertNoKey(result.Output.Select(item => $"{item} {PSSerializer.Serialize(item, 10)}"));
    }

    [Fact]
    public async Task The_key_is_in_no_form_of_the_connection()
    {
        await using var session = await SimulatedSession.StartAsync();

        PSObject connection = Assert.Single(session.Run(
            "Connect-SFVideo -ApiKey $key -BaseUri $uri -Proxy http://127.0.0.1:9 -PassThru").ThrowOnError().Output);

        AssertNoKey([connection.ToString(), $"{connection.BaseObject}", PSSerializer.Serialize(connection, 10), string.Join(' ', connection.Properties.Select(property => $"{property.Name}={property.Value}"))]);
        Assert.Equal(["BaseUri", "Proxy", "RequestTimeout", "UserAgent"], connection.Properties.Select(property => property.Name).Order());
    }

    [Fact]
    public async Task A_connection_that_lost_its_key_on_the_way_is_refused()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run(
            """
            $connection = Connect-SFVideo -ApiKey $key -BaseUri $uri -PassThru
            $copy = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($connection))
            New-SFVideo p -Connection $copy
            """);

        Assert.Equal("Connection", Assert.IsAssignableFrom<ParameterBindingException>(result.Terminated ?? Assert.Single(result.Errors).Exception).ParameterName);
        Assert.Empty(session.Simulator.Calls);
    }

    private static void AssertNoKey(IEnumerable<string> texts) => Assert.All(texts, text => Assert.DoesNotContain(SimulatedSession.Key, text, StringComparison.Ordinal));
}
