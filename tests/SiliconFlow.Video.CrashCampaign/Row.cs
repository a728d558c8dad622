namespace SiliconFlow.Video.CrashCampaign;

/// <summary>One row of a batch.</summary>
/// <param name="Name">Its name, which no other row has.</param>
/// <param name="Prompt">What it asks for. Rows of the same prompt are equal in all that is sent.</param>
/// <param name="ImageSize">The size of the video.</param>
/// <param name="IsLost">Whether the service takes the row's job and the answer never comes.</param>
internal sealed record Row(string Name, string Prompt, string ImageSize, bool IsLost);
