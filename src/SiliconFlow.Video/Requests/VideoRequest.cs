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
        var prompt = string.IsNullOrWhiteSpace(asked.Prompt) ? throw new SFVideoInvalidRequestException(Messages.PromptMissing) : asked.Prompt!;
        CheckText(prompt, Messages.ThePrompt);
        CheckText(asked.NegativePrompt, Messages.TheNegativePrompt);
        var size = asked.ImageSize?.ToLowerInvariant() ?? ImageSizes.Landscape;
        return new VideoRequest(prompt, ChooseModel(asked.Model, asked.CustomModel, image is not null), size)
        {
            NegativePrompt = asked.NegativePrompt,
            Image = image,
            Seed = asked.Seed,
            Name = asked.Name,
        };
    }

    private static string ChooseModel(string? model, string? customModel, bool hasImage)
    {
        if (customModel is not null)
        {
            return model is null
                ? customModel.Trim()
                : throw new SFVideoInvalidRequestException(Messages.TwoModels);
        }

        return VideoModels.Canonical(model ?? (hasImage ? VideoModels.ImageToVideo : VideoModels.TextToVideo)) switch
        {
            VideoModels.ImageToVideo when !hasImage =>
                throw new SFVideoInvalidRequestException(Messages.ModelNeedsImage(VideoModels.ImageToVideo)),
            VideoModels.TextToVideo when hasImage =>
                throw new SFVideoInvalidRequestException(Messages.ModelTakesNoImage(VideoModels.TextToVideo, VideoModels.ImageToVideo)),
            var chosen => chosen,
        };
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
