using SiliconFlow.Simulator;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>The names of saved files.</summary>
public sealed class SaveNameTests
{
    [Theory]
    [InlineData("{Name}", "hen.mp4")]
    [InlineData("{name}.mp4", "hen.mp4")]
    [InlineData("{RequestId}", "<id>.mp4")]
    [InlineData("{Index}-{Name}-{Seed}", "1-hen-7.mp4")]
    [InlineData("{Model}", "Wan-AI_Wan2.2-T2V-A14B.mp4")]
    [InlineData("plain", "plain.mp4")]
    public async Task Tokens_are_filled_in(string template, string name)
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run($"New-SFVideo 'a hen' -Name hen -Seed 7 | Save-SFVideo -FileName '{template}'").ThrowOnError();

        Assert.Equal([name.Replace("<id>", result.RequestIds()[0], StringComparison.Ordinal)], session.Folder.Files);
    }

    [Fact]
    public async Task The_index_counts_the_jobs_in_their_order()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("one", "two", "three");

        session.Run("$jobs | Save-SFVideo -FileName '{Index}'").ThrowOnError();

        Assert.Equal(["1.mp4", "2.mp4", "3.mp4"], session.Folder.Files);
    }

    [Theory]
    [InlineData("{Prompt}", "{Name}, {RequestId}, {Seed}, {Model}, {Index}")]
    [InlineData("../{Name}", "names a folder")]
    [InlineData("a\\b", "names a folder")]
    [InlineData(" ", "blank")]
    public async Task A_template_that_makes_no_sense_ends_the_command(string template, string message)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("one", "two");

        ScriptResult result = session.Run($"$jobs | Save-SFVideo -FileName '{template}'");

        Assert.Equal("InvalidRequest", Assert.Single(result.Errors).Id());
        Assert.Contains(message, result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(0, session.Simulator.CountOf(Operation.Status));
    }

    [Theory]
    [InlineData("../../up", "_.._up.mp4")]
    [InlineData("/etc/passwd", "_etc_passwd.mp4")]
    [InlineData("C:\\windows", "C__windows.mp4")]
    [InlineData("con", "_con.mp4")]
    [InlineData("a<b>|?*\"\n", "a_b______.mp4")]
    [InlineData("...", "video <id>.mp4")]
    [InlineData("猫 🐱", "猫 🐱.mp4")]
    public async Task Names_stay_in_the_folder_and_suit_every_file_system(string name, string file)
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Submit("a hen");

        ScriptResult result = session.Run(
            "[pscustomobject] @{ RequestId = $jobs[0].RequestId; Name = $name } | Save-SFVideo -Destination deep/er",
            variables: new Dictionary<string, object?> { ["name"] = name }).ThrowOnError();

        Assert.Equal([Path.Combine("deep", "er", file.Replace("<id>", result.RequestIds()[0], StringComparison.Ordinal))], session.Folder.Files);
    }

    [Fact]
    public async Task A_name_is_cut_to_what_file_systems_take()
    {
        await using var session = await SimulatedSession.StartAsync();
        session.Run("New-SFVideo 'a hen' -Name ('猫' * 500) | Save-SFVideo").ThrowOnError();

        Assert.Equal([new string('猫', 53) + ".mp4"], session.Folder.Files);
    }

    [Fact]
    public async Task Equal_names_are_made_distinct()
    {
        await using var session = await SimulatedSession.StartAsync();

        ScriptResult result = session.Run("'one', 'two' | New-SFVideo -Name same | Save-SFVideo").ThrowOnError();
        ScriptResult third = session.Run("New-SFVideo three -Name SAME | Save-SFVideo -Destination other").ThrowOnError();

        Assert.Equal(3, session.Folder.Files.Length);
        Assert.Contains("same.mp4", session.Folder.Files);
        Assert.Contains(session.Folder.Files, file => result.RequestIds().Any(id => file == $"same_{id}.mp4"));
        Assert.Equal(session.Folder[Path.Combine("other", "SAME.mp4")], third.Output[0].Text("FullName"));
        Assert.Equal(0, session.Simulator.Calls.Count(call => call.Operation == Operation.Other));
    }
}
