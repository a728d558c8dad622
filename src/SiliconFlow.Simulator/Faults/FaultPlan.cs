using System.Text.Json;

namespace SiliconFlow.Simulator;

/// <summary>
/// What is to go wrong. Every rule counts the calls that it matches, whichever rule acts; of those whose turn it is, the first in the list acts.
/// </summary>
public sealed record FaultPlan
{
    /// <summary>The plan under which everything goes well.</summary>
    public static FaultPlan None { get; } = new();

    /// <summary>The rules, in the order in which they are asked.</summary>
    public IReadOnlyList<FaultRule> Rules { get; init; } = [];

    /// <summary>A plan of these rules.</summary>
    /// <param name="rules">The rules, in the order in which they are asked.</param>
    /// <returns>The plan.</returns>
    public static FaultPlan Of(params IReadOnlyList<FaultRule> rules) => new() { Rules = rules };

    /// <summary>Reads a plan from its JSON form and checks it.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="FormatException">The text is no plan; the message says where and why.</exception>
    public static FaultPlan Parse(string json)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(json, SimulatorJson.Default.FaultPlan) ?? throw new FormatException("The fault plan is null.");
            plan.Check();
            return plan;
        }
        catch (JsonException e)
        {
            // What a converter of ours says lacks the place, which the reader adds to its own messages.
            throw new FormatException(e.Path is null || e.Message.Contains(e.Path, StringComparison.Ordinal) ? e.Message : $"{e.Path}: {e.Message}", e);
        }
        catch (ArgumentException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The plan in its JSON form.</summary>
    /// <returns>The JSON text.</returns>
    public string ToJson() => JsonSerializer.Serialize(this, ReadableJson.Context.FaultPlan);

    internal void Check()
    {
        for (var i = 0; i < Rules.Count; i++)
        {
            if (FaultRuleCheck.Complaint(Rules[i]) is { } complaint)
            {
                throw new ArgumentException($"rules[{i}]: {complaint}");
            }
        }
    }
}
