namespace SiliconFlow.Video.Tests.Service;

/// <summary>What an error has to be.</summary>
/// <param name="Type">The kind of exception.</param>
/// <param name="ErrorId">Its id.</param>
/// <param name="MayRepeat">Whether the same call may be made again.</param>
internal sealed record ExpectedError(Type Type, string ErrorId, bool MayRepeat);
