using System.Management.Automation;
using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The key and the address that the environment gives where Connect-SFVideo does not.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class EnvironmentTests : IDisposable
{
    private const string KeyVariable = "SILICONFLOW_API_KEY";
    private const string AddressVariable = "SILICONFLOW_BASE_URL";

    private readonly string? _key = Environment.GetEnvironmentVariable(KeyVariable);
    private readonly string? _address = Environment.GetEnvironmentVariable(AddressVariable);

    public void Dispose() => SetEnvironment(_key, _address);

    [Theory]
    [InlineData("New-SFVideo p")]
    [InlineData("Get-SFVideo id")]
    [InlineData("Wait-SFVideo id")]
    [InlineData("Save-SFVideo id")]
    [InlineData("Connect-SFVideo")]
    [InlineData("Connect-SFVideo -Region International")]
    [InlineData("Connect-SFVideo key -Region China; Disconnect-SFVideo; New-SFVideo p")]
    public void Without_a_key_nothing_is_done(string script)
    {
        SetEnvironment(null, null);
        using var session = ModuleRunspace.Open();

        ErrorRecord error = session.Fail(script);

        Assert.Equal(("NotConnected", "SFVideoAuthenticationException", ErrorCategory.AuthenticationError), (error.Id(), error.Kind(), error.CategoryInfo.Category));
        Assert.Contains(KeyVariable, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Connect-SFVideo", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_no_row_is_tried()
    {
        SetEnvironment(" ", null);
        using var session = ModuleRunspace.Open();

        ErrorRecord error = session.Fail("'a', 'b' | New-SFVideo");

        Assert.Equal("NotConnected,SiliconFlow.Video.Commands.NewSFVideoCommand", error.FullyQualifiedErrorId);
    }

    [Fact]
    public async Task The_environment_connects()
    {
        await using var simulator = await ServiceSimulator.StartAsync();
        SetEnvironment("key\r\n", $" {simulator.BaseUri}/ ");
        using var session = ModuleRunspace.Open();

        session.Run("New-SFVideo 'by itself'; Connect-SFVideo; New-SFVideo 'by Connect-SFVideo'").ThrowOnError();

        Assert.Equal(["by itself", "by Connect-SFVideo"], simulator.Bill.Select(entry => entry.Prompt));
    }

    [Fact]
    public async Task A_change_of_the_environment_counts_from_the_next_command()
    {
        await using var first = await ServiceSimulator.StartAsync();
        await using var second = await ServiceSimulator.StartAsync();
        SetEnvironment("sk-bad", $"{first.BaseUri}");
        using var session = ModuleRunspace.Open();

        Assert.Equal("Unauthorized", session.Fail("New-SFVideo p").Id());
        SetEnvironment("key", $"{first.BaseUri}");
        session.Run("New-SFVideo 'new key'").ThrowOnError();
        SetEnvironment("key", $"{second.BaseUri}");
        session.Run("New-SFVideo 'new address'").ThrowOnError();

        Assert.Equal("new key", Assert.Single(first.Bill).Prompt);
        Assert.Equal("new address", Assert.Single(second.Bill).Prompt);
    }

    [Fact]
    public async Task What_Connect_was_given_goes_first_and_Disconnect_goes_back()
    {
        await using var given = await ServiceSimulator.StartAsync();
        await using var around = await ServiceSimulator.StartAsync();
        SetEnvironment("key", $"{around.BaseUri}");
        using var session = ModuleRunspace.Open();

        session.Run("Connect-SFVideo key -BaseUri $uri; New-SFVideo 'given'; Disconnect-SFVideo; New-SFVideo 'around'", variables: new Dictionary<string, object?> { ["uri"] = given.BaseUri }).ThrowOnError();

        Assert.Equal("given", Assert.Single(given.Bill).Prompt);
        Assert.Equal("around", Assert.Single(around.Bill).Prompt);
    }

    [Fact]
    public void A_region_goes_before_the_environment_and_China_is_where_nothing_is_said()
    {
        using var session = ModuleRunspace.Open();
        SetEnvironment("key", "https://example.com/v1");
        Assert.Equal(
            ["https://api.siliconflow.cn/v1", "https://example.com/v1"],
            session.Run("Connect-SFVideo -Region China -PassThru; Connect-SFVideo -PassThru").ThrowOnError().Lines);

        SetEnvironment("key", " ");

        Assert.Equal(["https://api.siliconflow.cn/v1"], session.Run("Connect-SFVideo -PassThru").ThrowOnError().Lines);
    }

    [Theory]
    [InlineData("http://example.com/v1")]
    [InlineData("https://user:password@example.com/v1")]
    public void An_address_that_is_not_safe_is_refused_there_too(string address)
    {
        SetEnvironment("key", address);
        using var session = ModuleRunspace.Open();

        ErrorRecord error = session.Fail("New-SFVideo p");

        Assert.Equal("InvalidRequest", error.Id());
        Assert.DoesNotContain("password", error.ToString(), StringComparison.Ordinal);
    }

    private static void SetEnvironment(string? key, string? address)
    {
        Environment.SetEnvironmentVariable(KeyVariable, key);
        Environment.SetEnvironmentVariable(AddressVariable, address);
    }
}
