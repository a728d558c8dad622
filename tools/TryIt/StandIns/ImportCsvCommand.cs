using System.Management.Automation;
using System.Text;

namespace SiliconFlow.TryIt.StandIns;

/// <summary>Reads CSV files as PowerShell's own cmdlet does, in UTF-8.</summary>
[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = "Path")]
[OutputType(typeof(PSObject))]
public sealed class ImportCsvCommand : PSCmdlet
{
    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by names that are taken as they are.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>What parts the cells.</summary>
    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Only UTF-8, with or without a byte order mark, is read here.</summary>
    [Parameter]
    [ValidateSet("UTF8", "utf8BOM", "utf8NoBOM")]
    public string Encoding { get; set; } = "UTF8";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = ParameterSetName == "Path"
            ? Path.SelectMany(path => GetResolvedProviderPathFromPSPath(path, out _))
            : LiteralPath.Select(GetUnresolvedProviderPathFromPSPath);
        foreach (var file in files)
        {
            try
            {
                Read(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or DecoderFallbackException)
            {
                WriteError(new ErrorRecord(e, "CsvUnreadable", ErrorCategory.ReadError, file));
            }
        }
    }

    private void Read(string file)
    {
        // Bytes that are no UTF-8 are refused: they would reach the service as other text than was written.
        using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var reader = new CsvReader(text, Delimiter);
        var header = reader.Read() ?? [];
        if (header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new FormatException($"The column '{twice.Key}' is there more than once.");
        }

        while (reader.Read() is { } cells)
        {
            var row = new PSObject();
            for (var i = 0; i < header.Count; i++)
            {
                row.Properties.Add(new PSNoteProperty(header[i].Length > 0 ? header[i] : $"H{i + 1}", i < cells.Count ? cells[i] : null));
            }

            WriteObject(row);
        }
    }
}
