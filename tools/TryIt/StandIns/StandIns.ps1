# Defines in the session what it lacks of these commands. A binary one comes from the assembly; the others are functions.
param([System.Reflection.Assembly] $assembly)

if (-not (Get-Command Import-Csv -ListImported -ErrorAction Ignore)) {
    Import-Module -Assembly $assembly
}

if (-not (Get-Command Get-ChildItem -ListImported -ErrorAction Ignore)) {
    function global:Get-ChildItem {
        [CmdletBinding()]
        param([Parameter(Position = 0)] [Alias('LiteralPath')] [string[]] $Path = '.')
        $ExecutionContext.InvokeProvider.ChildItem.Get($Path, $false)
    }
}

if (-not (Get-Command Export-Clixml -ListImported -ErrorAction Ignore)) {
    function global:Export-Clixml {
        [CmdletBinding()]
        param(
            [Parameter(Mandatory, Position = 0)] [string] $Path,
            [Parameter(Mandatory, ValueFromPipeline)] [psobject] $InputObject
        )
        begin { $objects = [System.Collections.ArrayList]::new() }
        process { $null = $objects.Add($InputObject) }
        end {
            $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
            [System.IO.File]::WriteAllText($file, [System.Management.Automation.PSSerializer]::Serialize($objects))
        }
    }
}

if (-not (Get-Command Import-Clixml -ListImported -ErrorAction Ignore)) {
    function global:Import-Clixml {
        [CmdletBinding()]
        param([Parameter(Mandatory, Position = 0)] [string] $Path)
        $file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
        [System.Management.Automation.PSSerializer]::Deserialize([System.IO.File]::ReadAllText($file)) | ForEach-Object { $_ }
    }
}
