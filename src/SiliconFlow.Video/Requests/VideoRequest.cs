namespace SiliconFlow.Video.Requests;

/// <summary>One video as it is asked for: checked, and complete with what was left out.</summary>
internal sealed record VideoRequest
{
    private VideoRequest(string prompt, string model, string imageSize)
    {
        Prompt = prompt;
        Model = model;
        ImageSize = imageSize;
    }

    internal string Prompt { get; }

    internal string Model { get; }

    internal string ImageSize { get; }

    internal string? NegativePrompt { get; private init; }

    internal RequestImage? Image { get; private init; }

    internal long? Seed { get; private init; }

    /// <summary>The user's own name for the row. Never sent.</summary>
    internal string? Name { get; private init; }

    /// <summary>Makes a request of what a user gave.</summary>
    /// <param name="asked">What the user gave. A model left out follows from whether there is an image; a size left out is landscape.
    /// Whether a custom model needs an image is not known here, so it is not checked.</param>
    /// <param name="image">The image that the user gave, as read.</param>
    /// <exception cref="SFVideoInvalidRequestException">Something is missing or does not go together.</exception>
    internal static VideoRequest Create(SFVideoRequest asked, RequestImage? image)
    {
        var prompt = CheckPrompt(asked.Prompt);
        var negative = CheckNegativePrompt(asked.NegativePrompt);
        var size = asked.ImageSize is null ? ImageSizes.Landscape : ImageSizes.Check(asked.ImageSize);
        return new VideoRequest(prompt, VideoModels.Choose(asked.Model, asked.CustomModel, image is not null), size)
        {
            NegativePrompt = negative,
            Image = image,
            Seed = asked.Seed,
            Name = asked.Name,
        };
    }

    /// <summary>The prompt, which must be there and be text.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is not.</exception>
    internal static string CheckPrompt(string? prompt)
    {
        var given = string.IsNullOrWhiteSpace(prompt) ? throw new SFVideoInvalidRequestException(Messages.PromptMissing) : prompt!;
        CheckText(given, Messages.ThePrompt);
        return given;
    }

    /// <summary>The negative prompt, which must be text where it is given.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is not.</exception>
    internal static string? CheckNegativePrompt(string? text)
    {
        CheckText(text, Messages.TheNegativePrompt);
        return text;
    }

    /// <summary>UTF-16 with half a character in it has no UTF-8 form: it would reach the service as something else than was typed.</summary>
    private static void CheckText(string? text, LocalText what)
    {
        for (var i = 0; i < (text?.Length ?? 0); i++)
        {
            if (!char.IsSurrogate(text![i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            throw new SFVideoInvalidRequestException(Messages.HalfCharacter(what, i));
        }
    }
}
