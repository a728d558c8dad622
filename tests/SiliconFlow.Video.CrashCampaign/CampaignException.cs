namespace SiliconFlow.Video.CrashCampaign;

/// <summary>A promise that did not hold.</summary>
internal sealed class CampaignException(string message) : Exception(message);
