using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using SiliconFlow.Video.Prompts;
using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Tests.Prompts;

/// <summary>What holds for every file: rows that were written come back, and nothing but the module's own errors comes out of any bytes.</summary>
public sealed class PromptPropertyTests : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("a cat", "一只猫，看雨；", "🐱", "\"", "\"\"", "'", "\\", ",", ";", "\t", "\r\n", "\n", "\r", "\u2028", "<&>+", "# ", "e", " ", "\u00A0", "é", "=1+1"),
        Gen.Char['!', '\ud7ff'].Where(c => !char.IsControl(c)).Array[1, 5].Select(letters => new string(letters)));

    /// <summary>Text, with something in it that is not blank, and that no encoding guess can stumble over.</summary>
    private static readonly Gen<string> Text = Piece.Array[0, 5].Select(parts => "x" + string.Concat(parts) + "x");

    private static readonly Gen<Row[]> Rows = Gen.Select(Text, Text.Null(), Gen.Long.Nullable(), (prompt, name, seed) => new Row(prompt, name, seed)).Array[1, 6];

    private static readonly Gen<Encoding> Encodings = Gen.OneOf<Encoding>(
        new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true));

    private readonly PromptFolder _folder = new();
    private int _files;

    [Fact]
    public void Rows_come_back_from_delimited_files() => Gen.Select(Rows, Gen.OneOf(',', ';', '\t'), Gen.OneOf("\n", "\r\n", "\r"), Gen.Bool, Encodings).Sample(
        (rows, delimiter, lineEnd, quoteAll, encoding) =>
        {
            var lines = rows.Select(row => string.Join(delimiter, Cell(row.Name ?? "", delimiter, quoteAll), Cell(row.Prompt, delimiter, quoteAll), row.Seed)).Prepend(string.Join(delimiter, "Name", "提示词", "seed"));
            AssertComeBack(rows, "csv", string.Join(lineEnd, lines), encoding);
        },
        iter: 400, threads: 1);

    [Fact]
    public void Rows_come_back_from_JSON() => Gen.Select(Rows, Gen.Bool, Gen.Bool, Encodings).Sample(
        (rows, isLines, escapes, encoding) =>
        {
            var objects = rows.Select(row => JsonSerializer.Serialize(new { negative_prompt = (string?)null, prompt = row.Prompt, name = row.Name, seed = row.Seed }, escapes ? null : Readable)).ToArray();
            AssertComeBack(rows, isLines ? "jsonl" : "json", isLines ? string.Join("\n", objects) : $"[{string.Join(",\r\n", objects)}]", encoding);
        },
        iter: 400, threads: 1);

    [Fact]
    public void Chinese_comes_back_from_GB18030() => Gen.OneOf(Gen.OneOf("一只猫", "坐在窗台上，", "看雨。", "a", "🐱"), Gen.Char['0', 'z'].Select(c => $"{c}")).Array[1, 8].Array[1, 6].Sample(
        parts =>
        {
            Row[] rows = [.. parts.Select(row => new Row("清晨的江南水乡" + string.Concat(row), null, null))];
            var lines = rows.Select(row => Cell(row.Prompt, ',', true)).Prepend("提示词");
            AssertComeBack(rows, "csv", string.Join("\r\n", lines), PromptEncodings.Find("gb18030"));
        },
        iter: 200, threads: 1);

    [Fact]
    public void Any_change_of_a_file_is_read_or_is_an_error_of_the_module() => Gen.Select(Rows, Gen.OneOf("csv", "json", "jsonl"), Gen.Select(Gen.Double[0, 1], Gen.Byte, Gen.Int[0, 2]).Array[1, 6]).Sample(
        (rows, kind, changes) =>
        {
            var lines = kind == "csv"
                ? rows.Select(row => Cell(row.Prompt, ',', false) + "," + row.Seed).Prepend("Prompt,Seed")
                : rows.Select(row => JsonSerializer.Serialize(new { prompt = row.Prompt, seed = row.Seed }, Readable));
            var bytes = Encoding.UTF8.GetBytes(kind == "json" ? $"[{string.Join(",\n", lines)}]" : string.Join("\n", lines)).ToList();
            foreach (var (share, value, how) in changes.Where(_ => bytes.Count > 0))
            {
                var place = (int)(share * (bytes.Count - 1));
                if (how == 0)
                {
                    bytes[place] = value;
                }
                else if (how == 1)
                {
                    bytes.Insert(place, value);
                }
                else
                {
                    bytes.RemoveAt(place);
                }
            }

            try
            {
                var file = _folder.Read($"{_files++}.{kind}", [.. bytes]);
                Assert.All(file.Rows.SelectMany(row => row.Faults), fault => Assert.InRange(fault.Line!.Value, 1, bytes.Count + 1));
            }
            catch (SFVideoPromptFileException e)
            {
                Assert.NotEmpty(e.Message);
            }
        },
        iter: 1500, threads: 1);

    public void Dispose() => _folder.Dispose();

    private void AssertComeBack(Row[] rows, string kind, string text, Encoding encoding)
    {
        var file = _folder.Read($"{_files++}.{kind}", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Equal(rows, PromptFolder.Good(file).Select(row => new Row(row.Prompt!, row.Name, row.Seed)));
        Assert.Equal(encoding.WebName, file.Encoding.WebName);
        Assert.All(file.Rows, row => Assert.NotNull(VideoRequest.Create(row.Row, null)));
    }

    private static string Cell(string text, char delimiter, bool quoteAll) =>
        quoteAll || text.Any(c => c == delimiter || c is '"' or '\r' or '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private sealed record Row(string Prompt, string? Name, long? Seed);
}
