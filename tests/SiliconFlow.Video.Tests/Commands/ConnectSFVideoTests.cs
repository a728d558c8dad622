using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>What Connect-SFVideo and Disconnect-SFVideo take, refuse and say.</summary>
public sealed class ConnectSFVideoTests
{
    [Theory]
    [InlineData("-Region China", "https://api.siliconflow.cn/v1")]
    [InlineData("-Region international", "https://api.siliconflow.com/v1")]
    [InlineData("-BaseUri https://proxy.example/some/v1", "https://proxy.example/some/v1")]
    [InlineData("-BaseUri https://proxy.example/v1///", "https://proxy.example/v1")]
    [InlineData("-BaseUri ' https://proxy.example:8443/v1/ '", "https://proxy.example:8443/v1")]
    [InlineData("-BaseUri HTTP://LOCALHOST:81/v1", "http://localhost:81/v1")]
    [InlineData("-BaseUri http://127.0.0.1:81/v1", "http://127.0.0.1:81/v1")]
    [InlineData("-BaseUri http://[::1]:81/v1", "http://[::1]:81/v1")]
    public void The_address_is_that_of_the_region_or_as_given(string arguments, string expected)
    {
        using var session = ModuleRunspace.Open();

        PSObject connection = Assert.Single(session.Run($"Connect-SFVideo key {arguments} -PassThru").ThrowOnError().Output);

        Assert.Equal(new Uri(expected), connection.Get("BaseUri"));
        Assert.Equal(expected, connection.ToString());
        Assert.Equal(TimeSpan.FromSeconds(100), connection.Get("RequestTimeout"));
    }

    [Fact]
    public void Nothing_is_written_unless_asked_for()
    {
        using var session = ModuleRunspace.Open();

        Assert.Empty(session.Run("Connect-SFVideo key -Region China; Disconnect-SFVideo; Disconnect-SFVideo").ThrowOnError().Output);
    }

    [Theory]
    [InlineData("http://example.com/v1")]
    [InlineData("http://127.0.0.1.example.com/v1")]
    [InlineData("http://10.0.0.1/v1")]
    [InlineData("https://user:password@example.com/v1")]
    [InlineData("https://user@example.com/v1")]
    [InlineData("https://example.com/v1?key=password")]
    [InlineData("https://example.com/v1#part")]
    [InlineData("ftp://example.com/v1")]
    [InlineData("file:///v1")]
    [InlineData("example.com/v1")]
    [InlineData("/v1")]
    [InlineData(" ")]
    public void An_address_that_is_not_safe_is_refused(string address)
    {
        using var session = ModuleRunspace.Open();

        ErrorRecord error = session.Fail("Connect-SFVideo key -BaseUri $address -PassThru", new Dictionary<string, object?> { ["address"] = address });

        Assert.Equal("InvalidRequest,SiliconFlow.Video.Commands.ConnectSFVideoCommand", error.FullyQualifiedErrorId);
        Assert.Equal("SFVideoInvalidRequestException", error.Kind());
        Assert.DoesNotContain("password", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-BaseUri ''", "ParameterArgumentValidationError")]
    [InlineData("-Region Mars", "CannotConvertArgumentNoMessage")]
    [InlineData("-Region China -BaseUri https://example.com/v1", "AmbiguousParameterSet")]
    [InlineData("-RequestTimeoutSec 0", "ParameterArgumentValidationError")]
    [InlineData("-RequestTimeoutSec 3601", "ParameterArgumentValidationError")]
    [InlineData("-Proxy socks5://host:1", "InvalidRequest")]
    [InlineData("-Proxy host:8080", "InvalidRequest")]
    [InlineData("-Proxy /proxy", "InvalidRequest")]
    [InlineData("-Proxy http://user:password@host:8080", "InvalidRequest")]
    public void Other_arguments_are_checked(string arguments, string id)
    {
        using var session = ModuleRunspace.Open();

        ScriptResult result = session.Run($"Connect-SFVideo key {arguments}");

        ErrorRecord error = result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors);
        Assert.Equal(id, error.Id());
        Assert.DoesNotContain("password", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$key")]
    [InlineData("\"$key`r`n\"")]
    [InlineData("\"  $key`t\"")]
    [InlineData("[psobject] $key")]
    [InlineData("$secure")]
    [InlineData("$secureLine")]
    public async Task A_key_works_in_every_form(string form)
    {
        await using var session = await SimulatedSession.StartAsync(new SimulatorOptions { BadKeys = Only(SimulatedSession.Key) });

        session.Run(
            $$"""
            $key = 'the-one-that-works'
            $secure = [System.Net.NetworkCredential]::new('', $key).SecurePassword
            $secureLine = [System.Net.NetworkCredential]::new('', "$key`n").SecurePassword
            Connect-SFVideo ({{form}}) -BaseUri $uri
            New-SFVideo p
            """).ThrowOnError();

        Assert.Single(session.Simulator.Bill);
    }

    [Theory]
    [InlineData("''", "The API key is blank.")]
    [InlineData("\" `r`n\"", "The API key is blank.")]
    [InlineData("[securestring]::new()", "The API key is blank.")]
    [InlineData("'sk-in ner'", "The API key holds characters")]
    [InlineData("\"sk-in`nner\"", "The API key holds characters")]
    [InlineData("\"sk-in`r`nX-Header: ner\"", "The API key holds characters")]
    [InlineData("'sk-in猫ner'", "The API key holds characters")]
    public void A_key_that_cannot_be_one_is_refused_and_not_shown(string key, string message)
    {
        using var session = ModuleRunspace.Open();

        ErrorRecord error = session.Fail($"$key = {key}; Connect-SFVideo $key -Region China");

        Assert.Equal("NotConnected,SiliconFlow.Video.Commands.ConnectSFVideoCommand", error.FullyQualifiedErrorId);
        Assert.Equal(("SFVideoAuthenticationException", ErrorCategory.AuthenticationError), (error.Kind(), error.CategoryInfo.Category));
        Assert.StartsWith(message, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ner", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("Connect", error.Get("Operation"));
        Assert.Contains("Connect-SFVideo", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$null")]
    [InlineData("424242")]
    [InlineData("[System.Text.StringBuilder]::new('424242')")]
    [InlineData("@('424242')")]
    public void What_is_neither_text_nor_a_secure_string_is_no_key(string key)
    {
        using var session = ModuleRunspace.Open();

        ScriptResult result = session.Run($"$key = {key}; Connect-SFVideo -ApiKey $key -Region China");

        Assert.DoesNotContain("424242", (result.Terminated?.ErrorRecord ?? Assert.Single(result.Errors)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_is_told_who_calls()
    {
        await using var session = await SimulatedSession.StartAsync();

        string version = session.Run("New-SFVideo p | Get-SFVideo | Out-Null; \"SiliconFlow.Video/$((Get-Module SiliconFlow.Video).Version) PowerShell/$($PSVersionTable.PSVersion)\"").ThrowOnError().Lines.Single();

        Assert.Equal(2, session.Simulator.Calls.Count);
        Assert.All(session.Simulator.Calls, call => Assert.Matches($"^{version} \\((Windows|Linux|macOS)\\)$", call.UserAgent));
    }

    [Fact]
    public async Task The_time_for_a_call_is_kept()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Hang });

        ErrorRecord error = Assert.Single(session.Run("Connect-SFVideo key -BaseUri $uri -RequestTimeoutSec 1; New-SFVideo p").Errors);

        Assert.Equal("SubmitOutcomeUnknown", error.Id());
        Assert.Contains("no answer within 1 s", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_with_the_key(int status)
    {
        await using var session = await SimulatedSession.StartAsync();
        await using var elsewhere = await ServiceSimulator.StartAsync();
        session.Simulator.SetFaults(new FaultRule { Operation = Operation.Submit, Fault = FaultKind.Redirect, Status = status, Location = $"{elsewhere.BaseUri}/video/submit" });

        ErrorRecord error = session.Session.Fail("New-SFVideo p");

        Assert.Equal(("EndpointNotFound", "SFVideoNotFoundException"), (error.Id(), error.Kind()));
        Assert.Contains($"{elsewhere.BaseUri}/video/submit", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Calls);
        Assert.Single(session.Simulator.Calls);
    }

    private static Dictionary<string, BadKey> Only(string bad) => new(StringComparer.Ordinal) { [bad] = BadKey.Defaults["sk-bad"] };
}
