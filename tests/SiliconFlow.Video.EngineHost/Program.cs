// Runs a script file in a process that holds the PowerShell engine and nothing of ours. The tests' own process would not
// do for questions of loading and of type names: it references the module's assemblies, so they resolve there anyway.
using System.Management.Automation;
using System.Management.Automation.Runspaces;

var state = InitialSessionState.CreateDefault2();
if (OperatingSystem.IsWindows())
{
    state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
}

using var shell = PowerShell.Create(state);
shell.AddCommand(args[0]);
foreach (string argument in args[1..])
{
    shell.AddArgument(argument);
}

int exitCode = 0;
var output = new PSDataCollection<PSObject>();
try
{
    shell.Invoke(null, output);
}
catch (RuntimeException e)
{
    Console.Error.WriteLine($"{e.ErrorRecord.FullyQualifiedErrorId}: {e.Message}");
    exitCode = 1;
}

foreach (PSObject item in output)
{
    Console.Out.WriteLine(item);
}

foreach (ErrorRecord error in shell.Streams.Error)
{
    Console.Error.WriteLine($"{error.FullyQualifiedErrorId}: {error}");
    exitCode = 1;
}

return exitCode;
