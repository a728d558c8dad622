using System.Globalization;
using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Lets only what is text by nature be text: PowerShell would send any object as "@{a=b}" or as the name of its type.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TextTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Text, links as they were written, files by their path, numbers and dates in the invariant culture; all else is refused.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            string text => text,
            Uri link => link.OriginalString,
            FileSystemInfo file => file.FullName,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => throw new ArgumentTransformationMetadataException(Messages.TypeNotText(PSObject.AsPSObject(other).TypeNames[0]).ToString()),
        };
}
