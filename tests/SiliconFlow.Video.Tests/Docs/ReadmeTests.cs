using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using SiliconFlow.Video.Commands;
using SiliconFlow.Video.Tests.Help;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Docs;

public sealed class ReadmeTests
{
    public static TheoryData<string> Scripts => [.. Readme.Original.Scripts];

    public static TheoryData<string> Languages => [.. HelpPages.Languages];

    [Fact]
    public void There_are_examples() => Assert.Equal(8, Readme.Original.Scripts.Count);

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Every_example_runs(string script)
    {
        await using var session = await SimulatedSession.StartAsync();
        StandIns.AddTo(session.Session);
        await File.WriteAllTextAsync(session.Folder["prompts.csv"], "Name,Prompt,Image\ncat,a cat,\nfractal,zoom in,fractal.png\n");
        File.Copy(Repository.Example("images/fractal.png"), session.Folder["fractal.png"]);

        var result = session.Run(script, variables: new Dictionary<string, object?> { ["key"] = SimulatedSession.Key }).ThrowOnError();

        Assert.True(result.Output.Count > 0);
        Assert.All(session.Simulator.Calls, call => Assert.Equal(200, call.StatusCode));
    }

    [Fact]
    public void The_cmdlets_are_those_of_the_module()
    {
        using var session = ModuleRunspace.Open();
        var cmdlets = session.Run("Get-Command -Module SiliconFlow.Video | ForEach-Object { $_.Name }").ThrowOnError().Lines;

        Assert.Equal(cmdlets.Order(StringComparer.Ordinal), Readme.Original.Table("cmdlet").Select(row => row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_outputs_are_those_of_the_cmdlets()
    {
        using var session = ModuleRunspace.Open();

        foreach (var row in Readme.Original.Table("cmdlet").Where(row => row[0][..4] is "New-" or "Get-" or "Impo" or "Wait" or "Save"))
        {
            var output = session.Run($"(Get-Command {row[0]}).OutputType.Name").ThrowOnError().Lines;
            Assert.Equal([$"SiliconFlow.Video.{row[2]}"], output);
        }
    }

    [Fact]
    public void The_parameters_that_are_named_exist()
    {
        using var session = ModuleRunspace.Open();

        foreach (var row in Readme.Original.Table("cmdlet"))
        {
            foreach (var parameter in row[1].Split('`').Concat(row[2].Split('`')).Where(word => word.StartsWith('-')))
            {
                Assert.Equal(["True"], session.Run($"(Get-Command {row[0]}).Parameters.ContainsKey('{parameter[1..]}')").ThrowOnError().Lines);
            }
        }
    }

    [Fact]
    public void The_errors_are_those_of_the_module()
    {
        var ids = typeof(ErrorIds).GetFields(BindingFlags.NonPublic | BindingFlags.Static).Select(field => field.Name);

        Assert.Equal(ids, Readme.Original.Table("ErrorId").Select(row => row[0]));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Errors_are_told_as_they_are(string language)
    {
        foreach (var row in Readme.In(language).Table("ErrorId"))
        {
            var record = MakeRecord(row[0], row[1], language);

            Assert.Equal(row[0], ((SFVideoException)record.Exception).ErrorId);
            Assert.Equal(row[2], record.CategoryInfo.Category.ToString());
            Assert.Equal(row[4], record.ErrorDetails.RecommendedAction);
        }
    }

    /// <summary>The record of an error as a session of the language shows it.</summary>
    private static ErrorRecord MakeRecord(string id, string kind, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return ErrorRecords.Create(MakeError(id, kind), target: null);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>An error of the kind; some kinds have one id, others take it.</summary>
    private static SFVideoException MakeError(string id, string kind)
    {
        var constructor = Assert.Single(typeof(SFVideoException).Assembly.GetType($"SiliconFlow.Video.SFVideo{kind}Exception", throwOnError: true)!
            .GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance));
        var message = LocalText.AsIs("message");
        object?[] arguments = constructor.GetParameters().Length == 3 ? [id, message, null] : [message, null];
        return (SFVideoException)constructor.Invoke(arguments);
    }
}
