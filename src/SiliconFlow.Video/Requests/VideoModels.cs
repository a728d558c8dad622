namespace SiliconFlow.Video.Requests;

/// <summary>The models that the service offers today. It changes them from time to time; -CustomModel takes any other name.</summary>
internal static class VideoModels
{
    internal const string TextToVideo = "Wan-AI/Wan2.2-T2V-A14B";
    internal const string ImageToVideo = "Wan-AI/Wan2.2-I2V-A14B";

    /// <summary>The name in the letter case that the service knows: PowerShell's own checks let any case pass.</summary>
    internal static string Canonical(string model) =>
        model.Equals(TextToVideo, StringComparison.OrdinalIgnoreCase) ? TextToVideo
        : model.Equals(ImageToVideo, StringComparison.OrdinalIgnoreCase) ? ImageToVideo
        : model;

    /// <summary>The name of a known model, in any letter case, as the service writes it.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It is none of them.</exception>
    internal static string Check(string model) =>
        Canonical(model) is TextToVideo or ImageToVideo
            ? Canonical(model)
            : throw new SFVideoInvalidRequestException(Messages.ModelUnknown(model, TextToVideo, ImageToVideo));

    /// <summary>The model of a request: the one that was asked for, or the one that follows from whether there is an image.</summary>
    /// <exception cref="SFVideoInvalidRequestException">It does not go with the image, is not known, or two were asked for.</exception>
    internal static string Choose(string? model, string? customModel, bool hasImage)
    {
        if (customModel is not null)
        {
            return model is null
                ? customModel.Trim()
                : throw new SFVideoInvalidRequestException(Messages.TwoModels);
        }

        return Check(model ?? (hasImage ? ImageToVideo : TextToVideo)) switch
        {
            ImageToVideo when !hasImage =>
                throw new SFVideoInvalidRequestException(Messages.ModelNeedsImage(ImageToVideo)),
            TextToVideo when hasImage =>
                throw new SFVideoInvalidRequestException(Messages.ModelTakesNoImage(TextToVideo, ImageToVideo)),
            var chosen => chosen,
        };
    }
}
