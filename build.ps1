#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests, packs and publishes the module. Each task is one call; several run in the order in which they are given.

.DESCRIPTION
Runs in PowerShell 7 and in Windows PowerShell 5.1. Pester needs Pester 5 or later, Analyze needs PSScriptAnalyzer, Package and Publish need
Microsoft.PowerShell.PSResourceGet, which PowerShell 7.4 and later bring along and Windows PowerShell does not.

.PARAMETER Task
Build lays the finished module in out/SiliconFlow.Video. Test builds what it needs and runs all tests. The others take what Build left there: Pester runs
the tests of a user's own shell, Analyze holds all scripts against PSScriptAnalyzer, Help shows each cmdlet's help as users see it, Package makes
out/SiliconFlow.Video.<version>.nupkg, and Publish sends that file to the repository.

.PARAMETER Configuration
Release, unless said. Pester runs the simulator that was built last, of whatever configuration.

.PARAMETER ProjectUri
Where the project is at home (https), for the manifest's links. Build writes them.

.PARAMETER Repository
The registered repository that Publish sends the package to, with the key in the environment variable PSGALLERY_API_KEY. A local folder needs no key.

.EXAMPLE
./build.ps1 Build Pester Analyze

From any shell; in PowerShell also -Task Build, Pester, Analyze.

.EXAMPLE
./build.ps1 -Task Build, Package -ProjectUri https://example.org/SiliconFlow.Video
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0, ValueFromRemainingArguments)]
    [ValidateSet('Build', 'Test', 'Pester', 'Analyze', 'Help', 'Package', 'Publish')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [uri] $ProjectUri,

    [string] $Repository = 'PSGallery'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$solution = Join-Path $PSScriptRoot 'SiliconFlowPS.sln'
$output = Join-Path $PSScriptRoot 'out'
$module = Join-Path $output 'SiliconFlow.Video'

function Invoke-Program([string] $Name) {
    & $Name @args
    if ($LASTEXITCODE) { throw "$Name $args ended with $LASTEXITCODE." }
}

# The package of the version that is staged, as Compress-PSResource names it.
function Get-PackagePath {
    $manifest = Import-PowerShellDataFile -Path (Join-Path $module 'SiliconFlow.Video.psd1')
    Join-Path $output "SiliconFlow.Video.$($manifest.ModuleVersion).nupkg"
}

switch ($Task) {
    'Build' {
        $properties = @(if ($ProjectUri) { "-p:ProjectUri=$ProjectUri" })
        Invoke-Program dotnet build $solution --configuration $Configuration @properties
    }
    'Test' {
        Invoke-Program dotnet test $solution --configuration $Configuration
    }
    'Pester' {
        $result = Invoke-Pester -Path ([System.IO.Path]::Combine($PSScriptRoot, 'tests', 'Pester')) -PassThru
        if ($result.Result -ne 'Passed') { throw "Pester: $($result.FailedCount) of $($result.TotalCount) tests failed." }
    }
    'Analyze' {
        # The manifest in the root names files that only the staged module has beside it, so the staged one is looked at.
        $scripts = @(Get-ChildItem -Path $PSScriptRoot -Recurse -File -Include *.ps1, *.psm1, *.psd1 |
                Where-Object { $_.FullName.Substring($PSScriptRoot.Length) -notmatch '[\\/](bin|obj|out)[\\/]' -and $_.Name -ne 'SiliconFlow.Video.psd1' }) +
            @(Get-Item -Path (Join-Path $module 'SiliconFlow.Video.psd1'))
        $settings = Join-Path $PSScriptRoot 'PSScriptAnalyzerSettings.psd1'
        $findings = @($scripts | ForEach-Object { Invoke-ScriptAnalyzer -Path $_.FullName -Settings $settings })
        $findings | ForEach-Object { "$($_.ScriptName):$($_.Line): $($_.RuleName): $($_.Message)" }
        if ($findings) { throw "PSScriptAnalyzer found $($findings.Count) things." }
    }
    'Help' {
        Import-Module $module -Force
        Get-Command -Module SiliconFlow.Video | ForEach-Object { Get-Help $_.Name -Full }
    }
    'Package' {
        $package = Get-PackagePath
        if (Test-Path -LiteralPath $package) { Remove-Item -LiteralPath $package }
        Compress-PSResource -Path $module -DestinationPath $output
    }
    'Publish' {
        $key = if ($env:PSGALLERY_API_KEY) { @{ ApiKey = $env:PSGALLERY_API_KEY } } else { @{} }
        Publish-PSResource -NupkgPath (Get-PackagePath) -Repository $Repository @key
    }
}
