using SiliconFlow.Video.Requests;
using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Submitting;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>The engines without a journal, which most tests need.</summary>
internal static class SubmitSteps
{
    public static Task<SFVideo> SubmitAsync(this SubmitClient client, VideoRequest request, CancellationToken cancellationToken) =>
        client.SubmitAsync(request, cancellationToken, cancellationToken);

    public static Task<SFVideo?> SubmitAsync(this Submitter submitter, VideoRequest request) => submitter.SubmitAsync(request, log: null);

    public static Task<SFVideoFile> SaveAsync(this Saver saver, SFVideo video, string target, CancellationToken cancellationToken) =>
        saver.SaveAsync(video, target, log: null, cancellationToken);
}
