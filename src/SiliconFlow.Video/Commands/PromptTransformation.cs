using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Lets only text be a prompt. PowerShell would turn any object into text, and a paid video of "@{a=b}" is nobody's wish.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PromptTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Text as it is. An object with a prompt is left to the binding by property name; any other becomes "no prompt", which the cmdlet refuses for that row.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var data = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (data is string text)
        {
            return text;
        }

        // This very inner exception is what makes the parameter binder try its other ways.
        return data is not null && PSObject.AsPSObject(inputData).Properties["Prompt"] is not null
            ? throw new ArgumentTransformationMetadataException(Messages.NotText.ToString(), new PSInvalidCastException())
            : null;
    }
}
