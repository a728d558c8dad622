using System.Management.Automation;
using System.Text;
using SiliconFlow.Video.Prompts;

namespace SiliconFlow.Video.Commands;

/// <summary>Reads prompts from files (csv, tsv, json, jsonl), checks every row as New-SFVideo would, and passes the rows on only when all are right. Nothing is sent.</summary>
/// <remarks>
/// Each fault is an error that names file, line and column; a row may have several. All files of one call, those from the pipeline too, are one input: with
/// a fault in any of them nothing is passed on, unless -SkipInvalid is given. Rows go on in the order of the files.
/// The header names the columns, in English in any letter case, as the service's API spells them, or in Chinese: Prompt (提示词), NegativePrompt
/// (负面提示词), Name (名称), Image (图片), ImageSize (尺寸), Seed (种子), Model (模型), CustomModel (自定义模型). Other columns are left out, with a warning.
/// A file that has images and no column for prompts needs New-SFVideo -Prompt.
/// </remarks>
[Cmdlet(VerbsData.Import, "SFVideoPrompt", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SFVideoRequest))]
public sealed class ImportSFVideoPromptCommand : PSCmdlet, IDisposable
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly CancellationTokenSource _stop = new();
    private readonly List<SFVideoRequest> _rows = [];
    private readonly HashSet<string> _files = new(OnWindows ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private int _read;
    private bool _hasFaults;

    /// <summary>The files; wildcards are allowed. What ends in .json holds an array of objects or one object, .jsonl and .ndjson one object a line, and all
    /// else cells that are parted by commas, semicolons or tabs.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files, taken as they are written: [ ] and * are characters like others.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The encoding of the files: a name that either edition of PowerShell knows (utf8, unicode, bigendianunicode, ansi ...), gb18030, the number of a code page,
    /// or a System.Text.Encoding. Left out, it is found out where that is certain: by a byte order mark, as UTF-8, as UTF-16, or as GB18030, which Excel writes in
    /// China. A byte order mark goes before what is given here.</summary>
    [Parameter]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>What parts the cells, where the header does not tell. Not for JSON.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>Passes the good rows on though others have faults. The faults are errors all the same.</summary>
    [Parameter]
    public SwitchParameter SkipInvalid { get; set; }

    private static bool OnWindows => System.IO.Path.DirectorySeparatorChar == '\\';

    /// <summary>Reads and checks files, and keeps their rows back.</summary>
    protected override void ProcessRecord()
    {
        foreach (var path in ParameterSetName == PathSet ? Path : LiteralPath)
        {
            try
            {
                foreach (var file in ParameterSetName == PathSet ? Expand(path) : [Resolve(path)])
                {
                    Take(file);
                }
            }
            catch (SFVideoPromptFileException e)
            {
                _hasFaults = true;
                WriteError(ErrorRecords.Create(e, path));
            }
        }
    }

    /// <summary>Passes the rows on.</summary>
    protected override void EndProcessing()
    {
        if (_hasFaults && !SkipInvalid)
        {
            if (_rows.Count > 0)
            {
                WriteWarning(Messages.RowsHeldBack(_read, _rows.Count).ToString());
            }

            return;
        }

        foreach (var row in _rows)
        {
            WriteObject(row);
        }
    }

    /// <summary>Ends the reading on Ctrl+C.</summary>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases what the reading used.</summary>
    public void Dispose() => _stop.Dispose();

    private void Take(string path)
    {
        if (!_files.Add(path))
        {
            WriteWarning(Messages.FileGivenAgain(path).ToString());
            return;
        }

        var source = new PromptSource(path, Show(path));
        try
        {
            Take(source, PromptFile.Read(source, Encoding, Delimiter, _read + 1, image => ResolveImage(source, image), _stop.Token));
        }
        catch (SFVideoPromptFileException e)
        {
            _hasFaults = true;
            WriteError(ErrorRecords.Create(e, path));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Take(PromptSource source, PromptFile file)
    {
        WriteVerbose(Messages.FileRead(source.Shown, file.Rows.Count, file.Encoding.WebName).ToString());
        if (file.Unknown.Count > 0)
        {
            WriteWarning(Messages.ColumnsLeftOut(source.Shown, string.Join(", ", file.Unknown.Select(header => $"'{header}'"))).ToString());
        }

        _read += file.Rows.Count;
        foreach (var (row, faults) in file.Rows)
        {
            if (faults.Count == 0)
            {
                _rows.Add(row);
            }

            foreach (var fault in faults)
            {
                _hasFaults = true;
                WriteError(ErrorRecords.Create(fault, row));
            }
        }
    }

    /// <summary>The files that a path with wildcards means, in the order of their names.</summary>
    private IEnumerable<string> Expand(string path)
    {
        try
        {
            var found = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            if (provider.Name != "FileSystem" || found.Count == 0)
            {
                throw new SFVideoPromptFileException(found.Count == 0 ? Messages.NoSuchFile(path) : Messages.PathNotOfFiles(Messages.TheFile, path));
            }

            return found.OrderBy(file => file, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException or PSInvalidOperationException or PSArgumentException or NotSupportedException or WildcardPatternException)
        {
            throw new SFVideoPromptFileException(Messages.PathUnusable(Messages.TheFile, path, e.Message), e);
        }
    }

    private string Resolve(string path)
    {
        try
        {
            return FileSystemPath.Resolve(SessionState, path, Messages.TheFile);
        }
        catch (SFVideoInvalidRequestException e)
        {
            throw new SFVideoPromptFileException(e.Text, e);
        }
    }

    /// <summary>A path as short as an editor takes it: relative where it is below the current location.</summary>
    private string Show(string path)
    {
        var here = SessionState.Path.CurrentFileSystemLocation.ProviderPath.TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;
        return path.StartsWith(here, OnWindows ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) ? path[here.Length..] : path;
    }

    /// <summary>Paths of images are relative to the file that names them.</summary>
    private string ResolveImage(PromptSource source, string image) =>
        FileSystemPath.Resolve(
            SessionState,
            image[0] is '~' or '/' or '\\' || SessionState.Path.IsProviderQualified(image) || SessionState.Path.IsPSAbsolute(image, out _)
                ? image
                : source.Folder + System.IO.Path.DirectorySeparatorChar + image,
            Messages.TheImage);
}
