using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Takes a blank cell of a CSV row as "not given", before PowerShell checks it against a set or makes it a number.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BlankIsNotGivenAttribute : ArgumentTransformationAttribute
{
    /// <summary>White space becomes nothing; all else stays.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return data is null ? "" : data is string text && string.IsNullOrWhiteSpace(text) ? "" : inputData;
    }
}
