using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Help;

/// <summary>The examples of all pages run. Those of other languages are the same, which <see cref="TranslationTests"/> holds.</summary>
public sealed class PageExampleTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in HelpPages.Commands("en-US").Concat(HelpPages.Topics("en-US")))
            {
                foreach (var script in HelpPage.Fences(HelpPages.Read("en-US", name), "powershell"))
                {
                    data.Add(name, script);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_runs(string page, string script)
    {
        await using var session = await SimulatedSession.StartAsync();
        StandIns.AddTo(session.Session);
        await File.WriteAllTextAsync(session.Folder["prompts.csv"], "Name,Prompt,Image\ncat,a cat,\nfractal,zoom in,fractal.png\n");
        File.Copy(Repository.Example("images/fractal.png"), session.Folder["fractal.png"]);
        session.Run("$null = Import-Csv prompts.csv | New-SFVideo -Journal run.jsonl").ThrowOnError();

        session.Run(script, variables: new Dictionary<string, object?> { ["key"] = SimulatedSession.Key }).ThrowOnError();

        Assert.All(session.Simulator.Calls, call => Assert.True(call.StatusCode is 200 or 206, $"{page}: {call.StatusCode}"));
    }
}
