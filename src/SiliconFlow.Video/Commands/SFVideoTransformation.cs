using System.Collections;
using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Turns whatever stands for a job into jobs: SFVideo, SFVideoFile, request ids, and property bags of a deserialized SFVideo or a CSV row.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SFVideoTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var data = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return data is IList list ? list.Cast<object?>().Select(ToVideo).ToArray() : new[] { ToVideo(inputData) };
    }

    private static SFVideo ToVideo(object? item) =>
        (item is PSObject wrapped ? wrapped.BaseObject : item) switch
        {
            SFVideo video => video,
            SFVideoFile file => file.Video,
            string id => string.IsNullOrWhiteSpace(id) ? throw NoJob(id) : new SFVideo(id.Trim()),
            not null => SFVideoBag.Read(PSObject.AsPSObject(item)) ?? throw NoJob(item),
            null => throw NoJob(null),
        };

    private static ArgumentTransformationMetadataException NoJob(object? item) =>
        new((item is null or string ? Messages.JobMissing : Messages.NotAJob(PSObject.AsPSObject(item).TypeNames[0])).ToString());
}
