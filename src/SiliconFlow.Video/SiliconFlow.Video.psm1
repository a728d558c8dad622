# Loads the cmdlets for the edition at hand. Only the engine is used, so that it works in any host. It is as short as can be:
# in a fresh session each operator, conversion and call of a method takes a millisecond or more.

if ($PSEdition -ne 'Core') {
    # Windows PowerShell knows no load contexts; ModuleAssemblyResolver in the assembly does what can be done.
    $assembly = [System.Reflection.Assembly]::LoadFrom("$PSScriptRoot\bin\net472\SiliconFlow.Video.dll")
}
else {
    try {
        # LoadFile gives each path one assembly, however often and from however many threads it is asked for.
        $assembly = [System.Reflection.Assembly]::LoadFile("$PSScriptRoot/bin/net8.0/SiliconFlow.Video.Loader.dll").CreateInstance('SiliconFlow.Video.Loader.ModuleLoader').Load()
    }
    catch {
        # An older PowerShell lacks the .NET that the loader is made for. Only there is its version of interest.
        if ([version] $PSVersionTable.PSVersion -lt [version] '7.4') {
            throw "SiliconFlow.Video needs PowerShell 7.4 or later (or Windows PowerShell 5.1). This is PowerShell $($PSVersionTable.PSVersion)."
        }

        throw
    }
}

# After a second Import-Module -Force the engine finds the assembly's module in its table and hands it back without
# importing its cmdlets here (https://github.com/PowerShell/PowerShell/issues/20710), so import them from that module.
# What is imported here is exported: nothing need be said for that.
$inner = Microsoft.PowerShell.Core\Import-Module -Assembly $assembly -PassThru -ErrorAction Stop
Microsoft.PowerShell.Core\Import-Module -ModuleInfo $inner -ErrorAction Stop
