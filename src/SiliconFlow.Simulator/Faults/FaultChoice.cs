namespace SiliconFlow.Simulator;

/// <summary>What is known when a call arrives: the plan in force then, and the first rule struck so far.</summary>
/// <param name="Counts">The plan and its counts.</param>
/// <param name="Struck">The index of the rule, or <see cref="int.MaxValue"/>.</param>
internal readonly record struct FaultChoice(FaultDesk.Counts Counts, int Struck)
{
    /// <summary>Whether the connection is to be dropped before the body is read.</summary>
    public bool DropsBeforeReading => Struck != int.MaxValue && Counts.Plan.Rules[Struck].Fault == FaultKind.DropBeforeReading;
}
