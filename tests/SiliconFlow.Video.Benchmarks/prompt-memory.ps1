# In a fresh engine: reads a file of prompts, and tells how far the process has grown at most meanwhile.
param([string] $module, [string] $file)
Import-Module $module
$before = [Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64
$null = Import-SFVideoPrompt $file
[Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 - $before
