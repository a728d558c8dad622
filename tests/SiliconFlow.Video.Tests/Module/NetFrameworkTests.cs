using System.Diagnostics;
using System.Text.RegularExpressions;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Module;

/// <summary>The engines' tests against the assembly for Windows PowerShell, in a process of .NET Framework.</summary>
public sealed partial class NetFrameworkTests
{
    /// <summary>A few less than there are: a run that found half of the tests would otherwise pass, too.</summary>
    private const int LeastPassed = 700;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [NetFrameworkFact]
    public async Task The_tests_that_need_no_PowerShell_pass_on_NET_Framework()
    {
        var program = Repository.NetFrameworkTests;
        var start = new ProcessStartInfo(NetFrameworkFactAttribute.Mono ?? program, NetFrameworkFactAttribute.Mono is null ? [] : [program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        using CancellationTokenRegistration impatience = patience.Token.Register(process.Kill);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        string told = await output;
        Assert.True(process.ExitCode == 0, $"{told[Math.Max(0, told.IndexOf("FAILED", StringComparison.Ordinal))..]}\n{await errors}");
        Assert.InRange(int.Parse(Passed().Match(told).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), LeastPassed, int.MaxValue);
    }

    [GeneratedRegex(@"^(\d+) passed, 0 failed, \d+ skipped\r?$", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
