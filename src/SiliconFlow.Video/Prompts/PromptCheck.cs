using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Prompts;

/// <summary>Checks the rows of one file as New-SFVideo would, and tells all that is wrong with each, by place.</summary>
/// <param name="text">The file's text.</param>
/// <param name="source">The file.</param>
/// <param name="hasPrompt">Whether the file has prompts. One of images alone gets its prompt from New-SFVideo -Prompt.</param>
/// <param name="images">Checks the images.</param>
internal sealed class PromptCheck(PromptText text, PromptSource source, bool hasPrompt, PromptImages images)
{
    /// <summary>Checks a row.</summary>
    /// <param name="row">The row as it is written.</param>
    /// <param name="number">Its number.</param>
    /// <param name="faults">Gets what is wrong, in the order of the places.</param>
    /// <returns>The row as it is asked for, as far as it can be read.</returns>
    internal SFVideoRequest Check(PromptRow row, int number, List<SFVideoInvalidRequestException> faults)
    {
        var found = new List<(int Offset, string? Header, LocalText Text, Exception? Cause)>(row.Faults.Select(fault => (fault.Offset, fault.Header, fault.Text, (Exception?)null)));
        RequestImage? image = null;
        var asked = new SFVideoRequest
        {
            Row = number,
            File = source.Path,
            Line = text.LineOf(row.Offset),
            Name = Given(row[PromptField.Name])?.Text,
            Prompt = Read(PromptField.Prompt, cell => cell.IsNumber ? throw new SFVideoInvalidRequestException(Messages.PromptIsNumber) : VideoRequest.CheckPrompt(cell.Text)),
            NegativePrompt = Read(PromptField.NegativePrompt, cell => VideoRequest.CheckNegativePrompt(cell.Text)!),
            Image = Read(PromptField.Image, cell => (image = images.Check(cell.Text.Trim())) is FileImage file ? file.Path : cell.Text.Trim()),
            ImageSize = Read(PromptField.ImageSize, cell => ImageSizes.Check(cell.Text.Trim())),
            Seed = Given(row[PromptField.Seed]) is null ? null : ReadSeed(),
            Model = Read(PromptField.Model, cell => VideoModels.Check(cell.Text.Trim())),
            CustomModel = Read(PromptField.CustomModel, cell => cell.Text.Trim()),
        };

        // What a row of broken form seems to lack may be there, and a value that is wrong by itself says nothing about whether it goes with the others.
        if (row.Faults.Count == 0 && hasPrompt && asked.Prompt is null)
        {
            Check(row[PromptField.Prompt], () => VideoRequest.CheckPrompt(null));
        }

        if (row.Faults.Count == 0 && !found.Any(fault => PromptColumns.Find(fault.Header ?? "") is PromptField.Image or PromptField.Model or PromptField.CustomModel))
        {
            Check(asked.CustomModel is null ? row[PromptField.Model] : row[PromptField.CustomModel], () => VideoModels.Choose(asked.Model, asked.CustomModel, image is not null));
        }

        foreach (var (offset, header, fault, cause) in found.OrderBy(one => one.Offset))
        {
            var (line, column) = text.PlaceOf(offset);
            faults.Add(source.RowFault(fault, line, column, header, cause));
        }

        return asked;

        string? Read(PromptField field, Func<PromptCell, string> read)
        {
            if (Given(row[field]) is not { } cell)
            {
                return null;
            }

            try
            {
                return read(cell);
            }
            catch (SFVideoInvalidRequestException e)
            {
                found.Add((cell.Offset, cell.Header, e.Text, e));
                return cell.Text;
            }
        }

        long? ReadSeed()
        {
            long? seed = null;
            _ = Read(PromptField.Seed, cell =>
            {
                seed = SeedOf(cell);
                return cell.Text;
            });
            return seed;
        }

        void Check(PromptCell? cell, Action check)
        {
            try
            {
                check();
            }
            catch (SFVideoInvalidRequestException e)
            {
                found.Add((cell?.Offset ?? row.Offset, cell?.Header, e.Text, e));
            }
        }
    }

    /// <summary>A blank cell is one that is not given.</summary>
    private static PromptCell? Given(PromptCell? cell) => cell is { } there && !string.IsNullOrWhiteSpace(there.Text) ? there : null;

    /// <summary>A seed. Where a spreadsheet shows a long number by its power of ten it writes that to the file, too, and the digits are lost.</summary>
    private static long SeedOf(PromptCell cell)
    {
        var text = cell.Text.Trim();
        return !cell.IsNumber && text.IndexOfAny(['e', 'E']) >= 0 && SeedText.TryParse(text, out _)
            ? throw new SFVideoInvalidRequestException(Messages.SeedRounded(text))
            : SeedText.TryParse(text, out var seed) ? seed : throw new SFVideoInvalidRequestException(Messages.SeedNotWhole(text));
    }
}
