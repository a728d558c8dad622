using System.Management.Automation;

namespace SiliconFlow.Video.Tests.Hosting;

/// <summary>Reads what a script wrote or failed with. The types of the imported module are not those of this project, so they are read by name.</summary>
internal static class Values
{
    /// <summary>A property's value.</summary>
    public static object? Get(this PSObject item, string property) => item.Properties[property].Value;

    /// <summary>A property's value of each.</summary>
    public static IEnumerable<object?> Get(this IEnumerable<PSObject> items, string property) => items.Select(item => item.Get(property));

    /// <summary>A property's value of an error's exception.</summary>
    public static object? Get(this ErrorRecord error, string property) => PSObject.AsPSObject(error.Exception).Get(property);

    /// <summary>The first part of an error's full id.</summary>
    public static string Id(this ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    /// <summary>The name of the type of an error's exception.</summary>
    public static string Kind(this ErrorRecord error) => error.Exception.GetType().Name;

    /// <summary>Runs a script that one error ends, and returns that error. Where nothing catches them, PowerShell shows errors that end a command like those of a row.</summary>
    public static ErrorRecord Fail(this ModuleRunspace session, string script, IReadOnlyDictionary<string, object?>? variables = null)
    {
        ScriptResult result = session.Run($"try {{ {script} }} catch {{ throw }}", variables: variables);
        Assert.Empty(result.Errors);
        Assert.NotNull(result.Terminated);
        return result.Terminated.ErrorRecord;
    }
}
