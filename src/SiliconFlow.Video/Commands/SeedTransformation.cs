using System.Globalization;
using System.Management.Automation;
using SiliconFlow.Video.Requests;

namespace SiliconFlow.Video.Commands;

/// <summary>Reads a seed: a blank cell is none, and a number that is not whole is refused, where PowerShell would round it to another seed.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SeedTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        var text = (data as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? data as string;
        if (data is null || (text is not null && string.IsNullOrWhiteSpace(text)))
        {
            return null;
        }

        return SeedText.TryParse(text, out var seed) ? seed : throw new ArgumentTransformationMetadataException(Messages.SeedNotWhole($"{data}").ToString());
    }
}
