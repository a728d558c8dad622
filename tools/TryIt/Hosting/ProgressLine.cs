using System.Management.Automation;

namespace SiliconFlow.TryIt.Hosting;

/// <summary>
/// Shows all progress bars of a script in one line, which is written over and over in a terminal. Elsewhere each change of a bar is a line of its own.
/// Not safe to use from several threads.
/// </summary>
/// <param name="to">Where to show it.</param>
/// <param name="live">Whether that is a terminal.</param>
internal sealed class ProgressLine(TextWriter to, bool live)
{
    private const string EraseLine = "\r\e[2K";

    private readonly SortedDictionary<int, string> _bars = [];
    private bool _shown;

    /// <summary>Takes in what a bar says now.</summary>
    public void Update(ProgressRecord record)
    {
        var text = $"{record.Activity}: {record.StatusDescription}";
        if (record.RecordType == ProgressRecordType.Completed)
        {
            _bars.Remove(record.ActivityId);
        }
        else if (_bars.TryGetValue(record.ActivityId, out var before) && before == text)
        {
            return;
        }
        else
        {
            _bars[record.ActivityId] = text;
            if (!live)
            {
                to.WriteLine(text);
            }
        }

        Draw();
    }

    /// <summary>Clears the line so that something else can be written there; the next update brings it back.</summary>
    public void Hide()
    {
        if (_shown)
        {
            to.Write(EraseLine);
            _shown = false;
        }
    }

    /// <summary>Forgets all bars.</summary>
    public void End()
    {
        _bars.Clear();
        Hide();
    }

    private void Draw()
    {
        if (!live)
        {
            return;
        }

        Hide();
        var text = string.Join(" | ", _bars.Values);
        if (text.Length > 0)
        {
            // One column stays free: a full line would make the terminal scroll.
            to.Write(text[..Math.Min(text.Length, Math.Max(1, Console.WindowWidth - 1))]);
            _shown = true;
        }
    }
}
