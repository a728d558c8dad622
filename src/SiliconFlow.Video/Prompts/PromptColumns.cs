namespace SiliconFlow.Video.Prompts;

/// <summary>The names under which the columns of a file of prompts are known.</summary>
internal static class PromptColumns
{
    /// <summary>How many fields there are.</summary>
    internal const int Count = (int)PromptField.CustomModel + 1;

    /// <summary>English ones without what parts their words: NegativePrompt, negative_prompt and "Negative Prompt" are the same. The Chinese ones for the
    /// two prompts go by what the tools call them that people write such files for (正向/反向提示词, 负向提示词 in the model's own manual).</summary>
    private static readonly Dictionary<string, PromptField> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Name"] = PromptField.Name,
        ["Prompt"] = PromptField.Prompt,
        ["NegativePrompt"] = PromptField.NegativePrompt,
        ["Image"] = PromptField.Image,
        ["FullName"] = PromptField.Image,
        ["PSPath"] = PromptField.Image,
        ["ImageSize"] = PromptField.ImageSize,
        ["Seed"] = PromptField.Seed,
        ["Model"] = PromptField.Model,
        ["CustomModel"] = PromptField.CustomModel,
        ["名称"] = PromptField.Name,
        ["提示词"] = PromptField.Prompt,
        ["正向提示词"] = PromptField.Prompt,
        ["负面提示词"] = PromptField.NegativePrompt,
        ["负向提示词"] = PromptField.NegativePrompt,
        ["反向提示词"] = PromptField.NegativePrompt,
        ["图片"] = PromptField.Image,
        ["尺寸"] = PromptField.ImageSize,
        ["种子"] = PromptField.Seed,
        ["模型"] = PromptField.Model,
        ["自定义模型"] = PromptField.CustomModel,
    };

    /// <summary>The field that goes by a name; null where none does.</summary>
    internal static PromptField? Find(string header) =>
        Names.TryGetValue(string.Concat(Clean(header).Where(c => c is not ('_' or '-') && !char.IsWhiteSpace(c))), out var field) ? field : null;

    /// <summary>A header without what spreadsheets leave around it: blanks of all kinds, byte order marks, characters of no width.</summary>
    internal static string Clean(string header)
    {
        var (start, end) = (0, header.Length);
        while (start < end && IsPadding(header[start]))
        {
            start++;
        }

        while (end > start && IsPadding(header[end - 1]))
        {
            end--;
        }

        return header[start..end];
    }

    private static bool IsPadding(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';
}
