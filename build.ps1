#!/usr/bin/env pwsh
# Build lays the finished module in out/SiliconFlow.Video; Test builds what it needs and runs all tests.
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$solution = [System.IO.Path]::Combine($PSScriptRoot, 'SiliconFlowPS.sln')
switch ($Task) {
    'Build' { dotnet build $solution --configuration $Configuration }
    'Test' { dotnet test $solution --configuration $Configuration }
}

exit $LASTEXITCODE
