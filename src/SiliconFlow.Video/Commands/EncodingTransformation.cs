using System.Globalization;
using System.Management.Automation;
using System.Text;
using SiliconFlow.Video.Prompts;

namespace SiliconFlow.Video.Commands;

/// <summary>Takes an encoding by its name in either edition of PowerShell, by the number of its code page, or as an object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EncodingTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        try
        {
            return data as Encoding ?? PromptEncodings.Find(Convert.ToString(data, CultureInfo.InvariantCulture) ?? "");
        }
        catch (ArgumentException e)
        {
            throw new ArgumentTransformationMetadataException(e.Message, e);
        }
    }
}
