using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SiliconFlow.HelpBuilder.Pages;

namespace SiliconFlow.HelpBuilder.Text;

/// <summary>
/// Turns a table into lines that can be wrapped: the first cell of a row, and below it the others; where there are several, each with its column's header.
/// </summary>
internal static class TableText
{
    private const int Indent = 4;

    public static TextBlock Read(PageFile file, Table table)
    {
        var rows = table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(cell => ReadCell(file, cell)).ToArray()).ToArray();
        var headers = rows[0];
        var lines = rows.Skip(1).SelectMany(row => ReadRow(headers, row));
        return new TextBlock([.. lines]);
    }

    private static IEnumerable<TextLine> ReadRow(string[] headers, string[] cells)
    {
        yield return new TextLine(cells[0]);
        for (var i = 1; i < cells.Length; i++)
        {
            if (cells[i].Length > 0)
            {
                yield return new TextLine(headers.Length > 2 ? headers[i] + ColonAfter(headers[i]) + cells[i] : cells[i], Indent);
            }
        }
    }

    /// <summary>The colon of the header's script.</summary>
    private static string ColonAfter(string header) => header is [.., var last] && TextWidth.IsWide(last) ? "：" : ": ";

    private static string ReadCell(PageFile file, TableCell cell) => cell is [ParagraphBlock text] ? InlineText.Of(file, text) : "";
}
