<#
.SYNOPSIS
Submits the rows of a CSV file now, and saves their videos later, also from another session.

.DESCRIPTION
The first run submits the rows and keeps the jobs in a file. Each later run with the same file asks how the jobs stand, waits for them and saves their
videos; nothing is submitted or paid then. The service gives links to its videos for a short time only, so do not let days pass between.

.PARAMETER Jobs
The file that the jobs are kept in. Where it is there, its jobs are saved; where not, the rows of Path are submitted.

.PARAMETER Path
The CSV file, in UTF-8, with at least a column Prompt. Paths in a column Image are relative to the current location.

.PARAMETER Destination
The folder for the videos.

.EXAMPLE
./save-later.ps1 -Jobs ./monday.xml -Path ./prompts.csv
./save-later.ps1 -Jobs ./monday.xml -Destination ./videos

Submits now; the second line saves, at any time after.
#>
#Requires -Modules SiliconFlow.Video
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Jobs,

    [string] $Path,

    [string] $Destination = './videos'
)

Set-StrictMode -Version Latest

$Jobs = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Jobs)
if ([System.IO.File]::Exists($Jobs)) {
    Import-Clixml $Jobs | Wait-SFVideo | Save-SFVideo -Destination $Destination
    return
}

if (-not $Path) { throw "There is no file $Jobs yet: give -Path to submit the rows of a CSV file." }

# The request ids are all it takes to get at what was paid, so they are kept also where the run is ended by Ctrl+C.
$videos = @()
try {
    Import-Csv -LiteralPath $Path -Encoding UTF8 -ErrorAction Stop | New-SFVideo -OutVariable videos
}
finally {
    if ($videos.Count -gt 0) { $videos | Export-Clixml $Jobs }
}
