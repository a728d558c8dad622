namespace SiliconFlow.Video.Prompts;

/// <summary>What a column or a property of a file of prompts can be.</summary>
internal enum PromptField
{
    Name,
    Prompt,
    NegativePrompt,
    Image,
    ImageSize,
    Seed,
    Model,
    CustomModel,
}
