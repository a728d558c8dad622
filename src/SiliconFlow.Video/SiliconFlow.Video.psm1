# Loads the cmdlets for the edition at hand. Only the engine is used, so that it works in any host.

if ($PSVersionTable.PSEdition -ne 'Core') {
    # Windows PowerShell knows no load contexts; ModuleAssemblyResolver in the assembly does what can be done.
    $path = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net472', 'SiliconFlow.Video.dll')
    $assembly = [System.Reflection.Assembly]::LoadFrom($path)
}
elseif ([version] $PSVersionTable.PSVersion -lt [version] '7.4') {
    throw "SiliconFlow.Video needs PowerShell 7.4 or later (or Windows PowerShell 5.1). This is PowerShell $($PSVersionTable.PSVersion)."
}
else {
    # LoadFile gives each path one assembly, however often and from however many threads it is asked for.
    $path = [System.IO.Path]::Combine($PSScriptRoot, 'bin', 'net8.0', 'SiliconFlow.Video.Loader.dll')
    $loader = [System.Reflection.Assembly]::LoadFile($path).GetType('SiliconFlow.Video.Loader.ModuleLoadContext')
    $assembly = $loader::LoadModule()
}

# After a second Import-Module -Force the engine finds the assembly's module in its table and hands it back without
# importing its cmdlets here (https://github.com/PowerShell/PowerShell/issues/20710), so import them from that module.
$inner = Microsoft.PowerShell.Core\Import-Module -Assembly $assembly -PassThru -ErrorAction Stop
Microsoft.PowerShell.Core\Import-Module -ModuleInfo $inner -ErrorAction Stop
Microsoft.PowerShell.Core\Export-ModuleMember -Cmdlet *
