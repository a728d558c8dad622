namespace SiliconFlow.Video.CrashCampaign;

/// <summary>What a campaign has done so far.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _kills = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _windows = new(StringComparer.Ordinal);

    public int Rounds { get; set; }

    public int Runs { get; set; }

    public int Rows { get; set; }

    public int Paid { get; set; }

    public int Saved { get; set; }

    public int LostByService { get; set; }

    public int LostByKill { get; set; }

    public int Kills => _kills.Values.Sum();

    /// <summary>Counts a kill by what it waited for, and by what stood half done.</summary>
    public void Kill(string trigger, IEnumerable<string> windows)
    {
        _kills[trigger] = _kills.GetValueOrDefault(trigger) + 1;
        foreach (var window in windows)
        {
            _windows[window] = _windows.GetValueOrDefault(window) + 1;
        }
    }

    public override string ToString() => $"""
        {Kills} kills in {Rounds} rounds, {Runs} runs; {Rows} rows, {Paid} paid, {Saved} saved, {LostByService} unknown by the service's fault, {LostByKill} by a kill.
        Killed upon: {Show(_kills)}.
        Caught half done: {Show(_windows)}.
        """;

    private static string Show(SortedDictionary<string, int> counts) => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
}
