# A simulated service in a process of its own, for the tests of one file. Needs a build; see the README.

$script:Root = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine($PSScriptRoot, '..', '..'))
$script:StagedModule = [System.IO.Path]::Combine($script:Root, 'out', 'SiliconFlow.Video')

function Open-SimulatedService {
    $program = Get-ChildItem -Path ([System.IO.Path]::Combine($script:Root, 'src', 'SiliconFlow.Simulator', 'bin')) -Recurse -Filter SiliconFlow.Simulator.dll |
        Sort-Object LastWriteTime | Select-Object -Last 1
    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet', "`"$($program.FullName)`" --urls http://127.0.0.1:0 --queue-seconds 0 --run-seconds 0")
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)

    # The address is the first thing that the simulator prints.
    [pscustomobject]@{ Process = $process; BaseUri = $process.StandardOutput.ReadLine() }
}

function Close-SimulatedService($Service) {
    $Service.Process.Kill()
    $Service.Process.Dispose()
}

function Get-Bill($Service) {
    (Invoke-RestMethod ($Service.BaseUri -replace '/v1$', '/sim/bill')) | ForEach-Object { $_ }
}

# Forgets jobs, bill and calls.
function Clear-Service($Service) {
    $null = Invoke-RestMethod -Method Post ($Service.BaseUri -replace '/v1$', '/sim/reset')
}

# From now on, what goes wrong; see docs/simulator.md.
function Send-Fault($Service, [hashtable[]] $Rule) {
    $plan = ConvertTo-Json -InputObject @{ rules = $Rule } -Depth 4
    $null = Invoke-RestMethod -Method Post ($Service.BaseUri -replace '/v1$', '/sim/faults') -ContentType application/json -Body $plan
}

function Import-StagedModule {
    Import-Module $script:StagedModule -Force
}

# What nearly every file of tests begins with: the module, and a service that this session is connected to.
function Connect-SimulatedService {
    Import-StagedModule
    $service = Open-SimulatedService
    Connect-SFVideo -ApiKey sk-anything -BaseUri $service.BaseUri
    $service
}
