<#
.SYNOPSIS
Makes a video of every row of a CSV file and saves it.

.DESCRIPTION
Each row becomes one paid video. The columns are Name, Prompt, NegativePrompt, Image, ImageSize and Seed; only Prompt is needed, and a blank cell is
one that is not given. Paths in Image are relative to the CSV file.

A row whose file is in the destination already is passed over: run the script again, and only what is missing is made and paid. For that, give each row
a Name of its own.

Rows that fail do not stop the others. They are listed at the end with what to do, and the exit code is 1.

.PARAMETER Path
The CSV file, in UTF-8. prompts.csv beside this script, unless said.

.PARAMETER Destination
The folder for the videos.

.PARAMETER Journal
A file that remembers what is paid. With it no row is passed over by its file's name: the journal knows what is done, and running the script again after
a crash or a stop pays for nothing twice.

.PARAMETER TimeoutSec
How long to wait for each video, in seconds.

.PARAMETER PollIntervalSec
How long to wait between two questions about a job, in seconds. Left out, Wait-SFVideo learns how long the model's jobs take and asks when an answer is
likely.

.PARAMETER Force
Makes all rows anew, also those whose file is there, and replaces the files.

.EXAMPLE
./batch.ps1 -Path ./prompts.csv -WhatIf

Checks every row and shows what would be submitted. Nothing is sent.

.EXAMPLE
./batch.ps1 -Path ./prompts.csv -Destination ./videos -Journal ./run.jsonl

.OUTPUTS
SiliconFlow.Video.SFVideoFile, one for each file that was saved.
#>
#Requires -Modules SiliconFlow.Video
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Position = 0)]
    [string] $Path,

    [Parameter(Position = 1)]
    [string] $Destination = './videos',

    [string] $Journal,

    [ValidateRange(0, 604800)]
    [int] $TimeoutSec = 1800,

    [ValidateRange(0.1, 3600.0)]
    [double] $PollIntervalSec,

    [switch] $Force
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

if (-not $Path) { $Path = [System.IO.Path]::Combine($PSScriptRoot, 'prompts.csv') }
$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$Destination = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination)
$folder = [System.IO.Path]::GetDirectoryName($Path)

$wait = @{ TimeoutSec = $TimeoutSec }
if ($PSBoundParameters.ContainsKey('PollIntervalSec')) { $wait.PollIntervalSec = $PollIntervalSec }

# -Encoding: Windows PowerShell would read a file without a byte order mark in the code page of the machine.
$rows = @(Import-Csv -LiteralPath $Path -Encoding UTF8)

$todo = @($rows | Where-Object {
    $name = $_.PSObject.Properties['Name']
    $Force -or $Journal -or -not $name -or -not $name.Value -or -not [System.IO.File]::Exists([System.IO.Path]::Combine($Destination, "$($name.Value).mp4"))
})

# Image paths in the file are relative to the file. Links, data URIs and full paths stay as they are.
foreach ($row in $todo) {
    $image = $row.PSObject.Properties['Image']
    if ($image -and $image.Value -and $image.Value -notmatch '^(https?|data):') {
        $image.Value = [System.IO.Path]::Combine($folder, $image.Value)
    }
}

$new = @{}
if ($Journal) { $new.Journal = $Journal }

# One row's failure must not abandon the others, which may be paid for already.
$ErrorActionPreference = 'Continue'

# The three cmdlets add to one list; errors show when they happen, too.
$failures = [System.Collections.ArrayList]::new()
$saved = 0
$todo |
    New-SFVideo @new -ErrorVariable +failures |
    Wait-SFVideo @wait -ErrorVariable +failures |
    Save-SFVideo -Destination $Destination -Force:$Force -ErrorVariable +failures |
    ForEach-Object { $saved++; $_ }

$passedOver = $rows.Count - $todo.Count
$summary = "$saved of $($todo.Count) videos saved to $Destination."
if ($WhatIfPreference) { $summary = "$($todo.Count - $failures.Count) of $($todo.Count) rows can be submitted. Nothing was sent." }
if ($passedOver) { $summary += " $passedOver rows were passed over: their files are there (-Force makes them anew)." }

# The tag makes it show as Write-Host's text does.
$PSCmdlet.WriteInformation($summary, @('PSHOST'))

foreach ($failure in $failures) {
    # An error that ends a cmdlet comes as an exception that holds the record.
    $record = if ($failure -is [System.Management.Automation.RuntimeException]) { $failure.ErrorRecord } else { $failure }
    $details = $record.ErrorDetails
    $PSCmdlet.WriteWarning($(if ($details) { "$($details.Message) What to do: $($details.RecommendedAction)" } else { "$record" }))
}

exit [int] ($failures.Count -gt 0)
