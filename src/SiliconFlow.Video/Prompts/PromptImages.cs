using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Prompts;

/// <summary>Checks the images of one file's rows, each once: a picture may be in every row.</summary>
/// <param name="resolve">Turns a path of the file into a full path.</param>
internal sealed class PromptImages(Func<string, string> resolve)
{
    private readonly Dictionary<string, (RequestImage? Image, SFVideoInvalidRequestException? Error)> _checked = new(StringComparer.Ordinal);

    /// <summary>The image that a cell gives.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is none.</exception>
    internal RequestImage Check(string text)
    {
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return RequestImage.Parse(text, resolve);
        }

        if (!_checked.TryGetValue(text, out var known))
        {
            known = Look(text);
            _checked.Add(text, known);
        }

        return known.Image ?? throw new SFVideoInvalidRequestException(known.Error!.Text, known.Error);
    }

    private (RequestImage? Image, SFVideoInvalidRequestException? Error) Look(string text)
    {
        try
        {
            return (RequestImage.Parse(text, resolve), null);
        }
        catch (SFVideoInvalidRequestException e)
        {
            return (null, e);
        }
    }
}
