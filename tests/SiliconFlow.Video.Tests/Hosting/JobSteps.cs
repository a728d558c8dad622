using System.Management.Automation;
using System.Reflection;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Steps that tests of the cmdlets for jobs have in common.</summary>
internal static class JobSteps
{
    /// <summary>Submits prompts in their order; the jobs are in <c>$jobs</c> afterwards.</summary>
    /// <returns>The request ids.</returns>
    public static string[] Submit(this SimulatedSession session, params string[] prompts) =>
        [.. session.Run("$jobs = @(foreach ($prompt in $prompts) { New-SFVideo $prompt }); $jobs.RequestId", variables: new Dictionary<string, object?> { ["prompts"] = prompts }).ThrowOnError().Lines];

    /// <summary>Connects anew, so that the cmdlets go by <see cref="SwiftTime"/>, or by another clock.</summary>
    /// <param name="session">The session.</param>
    /// <param name="time">The clock, where somebody else goes by it, too.</param>
    public static void Hurry(this SimulatedSession session, TimeProvider? time = null)
    {
        object connection = session.Run("Connect-SFVideo -ApiKey $key -BaseUri $uri -PassThru").ThrowOnError().Output[0].BaseObject;
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        FieldInfo pause = connection.GetType().GetField("<Pause>k__BackingField", hidden)!;
        time ??= new SwiftTime();
        connection.GetType().GetField("<Time>k__BackingField", hidden)!.SetValue(connection, time);
        pause.SetValue(connection, Activator.CreateInstance(pause.FieldType, time));
    }

    /// <summary>A property as text.</summary>
    public static string? Text(this PSObject item, string property) => item.Get(property)?.ToString();

    /// <summary>The request ids of what was written, in order.</summary>
    public static string[] RequestIds(this ScriptResult result) => [.. result.Output.Select(item => item.Text("RequestId")!)];

    /// <summary>How many calls of an operation came.</summary>
    public static int CountOf(this SiliconFlow.Simulator.ServiceSimulator simulator, SiliconFlow.Simulator.Operation operation) =>
        simulator.Calls.Count(call => call.Operation == operation);
}
