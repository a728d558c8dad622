namespace SiliconFlow.Video.Journaling;

/// <summary>How a row is known on every run: by what it asks for, and by which of the rows that ask for the same it is.</summary>
/// <param name="Fingerprint">The request's fingerprint.</param>
/// <param name="Occurrence">Which of the equal rows, from 1.</param>
internal readonly record struct RowKey(string Fingerprint, int Occurrence);
