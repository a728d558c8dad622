using CsCheck;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Journaling;

/// <summary>Draws whole runs, and the texts in them.</summary>
internal static class DrawnRuns
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("a cat", "一只猫", "🐱", "\"'`\\", "\r\n", "\n", "\u2028", "\0", "<&>+", "\\ud83d\\udc31", "\\"),
        Gen.Char['\u0001', '\ud7ff'].Array[0, 5].Select(letters => new string(letters)));

    /// <summary>Text as people write it, and worse.</summary>
    public static Gen<string> Text { get; } = Piece.Array[0, 4].Select(string.Concat);

    /// <summary>The events of some rows, row by row, each in its order: rejected and unknown submits are tried again, and so are failed jobs.</summary>
    public static Gen<JournalRecord[]> All { get; } = Gen.Select(Gen.Int[0, 6].Array[1, 4].Array[1, 5], Text, Runs.Of);
}
