# In a fresh engine: saves as many videos as come at once, and tells how far the process has grown at most meanwhile.
param([string] $module, [uri] $uri, [string] $folder, [int] $streams)
Import-Module $module
Connect-SFVideo -ApiKey sk-benchmark -BaseUri $uri
$jobs = @(1..$streams | ForEach-Object { New-SFVideo "video $_" } | Get-SFVideo)
$before = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
$null = $jobs | Save-SFVideo -Destination $folder -ThrottleLimit $streams
[Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 - $before
