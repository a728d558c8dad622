using System.Management.Automation;

namespace SiliconFlow.Video.Commands;

/// <summary>Which of its streams a user listens to.</summary>
internal static class Preferences
{
    /// <summary>Whether what goes to a stream is shown or kept, so that it is worth making.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="parameter">The common parameter that goes before the variable.</param>
    /// <param name="variable">The preference variable.</param>
    internal static bool Hears(this PSCmdlet cmdlet, string parameter, string variable) =>
        !cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var given) ? IsHeard(cmdlet.GetVariableValue(variable))
        : given is SwitchParameter on ? on
        : IsHeard(given);

    private static bool IsHeard(object? preference) =>
        !LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action) || action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
