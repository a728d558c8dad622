# One sample: imports a module and calls its first cmdlet in a fresh engine, and writes how long each took and how many methods
# were compiled for it. What the clock itself needs is there before it starts.
param($module, $first, $poster, $uri)
$ErrorActionPreference = 'Stop'
$env:SILICONFLOW_API_KEY = 'sk-any'
$env:SILICONFLOW_BASE_URL = $uri
foreach ($time in 1..2) { $start = [System.Diagnostics.Stopwatch]::GetTimestamp(); $compiled = [System.Runtime.JitInfo]::GetCompiledMethodCount($false) }

Import-Module $module
$imported = [System.Diagnostics.Stopwatch]::GetTimestamp()
$compiledAtImport = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
switch ($first) {
    'submit' { $null = New-SFVideo 'a hen' }
    'empty' { Test-Empty1 }
}
$called = [System.Diagnostics.Stopwatch]::GetTimestamp()
$compiledAtCall = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)

$posting = $posted = $called
$compiledAtPosting = $compiledAtPost = $compiledAtCall
if ($poster) {
    Import-Module $poster
    $compiledAtPosting = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
    $posting = [System.Diagnostics.Stopwatch]::GetTimestamp()
    Send-BarePost $uri
    $posted = [System.Diagnostics.Stopwatch]::GetTimestamp()
    $compiledAtPost = [System.Runtime.JitInfo]::GetCompiledMethodCount($false)
}

"$($imported - $start) $($called - $imported) $($posted - $posting) $($compiledAtImport - $compiled) $($compiledAtCall - $compiledAtImport) $($compiledAtPost - $compiledAtPosting)"
