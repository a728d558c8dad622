using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Lets only text be a prompt. PowerShell would turn any object into text, and a paid video of "@{a=b}" is nobody's wish.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PromptTransformationAttribute : ArgumentTransformationAttribute
{
    /// <summary>Text as it is. An object is left to the binding by property name; one without a prompt of text becomes a blank prompt, which the cmdlet refuses for that row.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            string text => text,
            _ => NotText.Instance,
        };

    /// <summary>
    /// Stands for what is not text. The binder goes on to the property names first, since this is no string, and makes a string of it only where none helps.
    /// An exception would make it go on, too, but costs each row more than all the rest of its binding.
    /// </summary>
    private sealed class NotText
    {
        internal static readonly NotText Instance = new();

        public override string ToString() => "";
    }
}
