using System.IO.Enumeration;

namespace SiliconFlow.Simulator;

/// <summary>Says which fault, if any, strikes a call.</summary>
internal sealed class FaultDesk(long seed)
{
    private readonly Lock _gate = new();
    private Counts _counts = new(FaultPlan.None);

    /// <summary>The plan in force; setting one starts the counting anew.</summary>
    public FaultPlan Plan
    {
        get
        {
            lock (_gate)
            {
                return _counts.Plan;
            }
        }

        set
        {
            value.Check();
            lock (_gate)
            {
                _counts = new Counts(value);
            }
        }
    }

    /// <summary>Counts a call that has just arrived, for the rules that need nothing of its body.</summary>
    /// <param name="operation">The call's operation.</param>
    /// <param name="subject">What the call is about, where that is known from its address.</param>
    public FaultChoice Arrive(Operation operation, FaultSubject? subject)
    {
        lock (_gate)
        {
            return new FaultChoice(_counts, Strike(_counts, operation, subject, needsBody: false));
        }
    }

    /// <summary>Counts the call for the other rules, now that its body is read, and says which rule acts.</summary>
    public FaultRule? Settle(FaultChoice choice, Operation operation, FaultSubject? subject)
    {
        int struck;
        lock (_gate)
        {
            struck = Math.Min(choice.Struck, Strike(choice.Counts, operation, subject, needsBody: true));
        }

        return struck == int.MaxValue ? null : choice.Counts.Plan.Rules[struck];
    }

    private int Strike(Counts counts, Operation operation, FaultSubject? subject, bool needsBody)
    {
        var struck = int.MaxValue;
        for (var i = 0; i < counts.Plan.Rules.Count; i++)
        {
            var rule = counts.Plan.Rules[i];
            if (rule.Operation == operation && rule.NeedsBody == needsBody && Matches(rule, subject))
            {
                var occurrence = counts.Next(i, rule.PerJob ? subject?.CountKey ?? "" : "");
                if (IsStruck(rule, i, occurrence, subject))
                {
                    struck = Math.Min(struck, i);
                }
            }
        }

        return struck;
    }

    private bool IsStruck(FaultRule rule, int index, int occurrence, FaultSubject? subject) => rule switch
    {
        { Occurrences: { } occurrences } => occurrences.Contains(occurrence),
        { Share: { } share } => Seeded.Fraction(seed, $"fault/{rule.Operation}/{index}/{(rule.PerJob ? subject?.DrawKey : null)}", occurrence) < share,
        _ => true,
    };

    private static bool Matches(FaultRule rule, FaultSubject? subject) =>
        (rule.RequestId is null || rule.RequestId == subject?.RequestId)
        && (rule.JobState is null || rule.JobState == subject?.State)
        && (rule.Prompt is null || (subject?.Prompt is { } prompt && FileSystemName.MatchesSimpleExpression(rule.Prompt, prompt, ignoreCase: false)));

    /// <summary>How many calls each rule has matched.</summary>
    internal sealed class Counts(FaultPlan plan)
    {
        private readonly Dictionary<(int Rule, string Key), int> _matched = [];

        public FaultPlan Plan => plan;

        public int Next(int rule, string key) => _matched[(rule, key)] = _matched.GetValueOrDefault((rule, key)) + 1;
    }
}
