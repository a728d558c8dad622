using System.Globalization;
using System.Management.Automation;

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

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seed)
            && seed == decimal.Truncate(seed) && seed is >= long.MinValue and <= long.MaxValue
            ? (long)seed
            : throw new ArgumentTransformationMetadataException(Messages.SeedNotWhole($"{data}").ToString());
    }
}
