<#
.SYNOPSIS
Makes a video of one prompt with each of several seeds, and a page to choose from.

.DESCRIPTION
Each seed is one paid video. The page shows them beside each other, each with its seed, and those that failed with the reason; open it in a browser. A journal
in the folder remembers what is paid: run the script again, with the same seeds or more, and only those that are missing are made and paid.

.PARAMETER Prompt
The prompt.

.PARAMETER Seed
The seeds.

.PARAMETER Destination
The folder for the videos, the journal and the page. Give each prompt a folder of its own.

.EXAMPLE
./choose-seed.ps1 'a fox in the snow' -Destination ./fox | Invoke-Item

Makes four videos and opens the page.

.EXAMPLE
./choose-seed.ps1 'a fox in the snow' -Seed (1..12) -Destination ./fox

Makes eight more, and the page anew with all twelve.

.OUTPUTS
System.IO.FileInfo, the page.
#>
#Requires -Modules SiliconFlow.Video
[CmdletBinding()]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Prompt,

    [long[]] $Seed = (1..4),

    [string] $Destination = './seeds'
)

Set-StrictMode -Version Latest

$Destination = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Destination)
$null = [System.IO.Directory]::CreateDirectory($Destination)
$journal = [System.IO.Path]::Combine($Destination, 'run.jsonl')
$page = [System.IO.Path]::Combine($Destination, 'gallery.html')

# What fails is told when it happens, and is on the page, too.
$Seed |
    ForEach-Object { [pscustomobject] @{ Prompt = $Prompt; Seed = $_; Name = "seed $_" } } |
    New-SFVideo -Journal $journal |
    Wait-SFVideo |
    Save-SFVideo -Destination $Destination |
    Out-Null

Export-SFVideoGallery $page -Journal $journal -Title $Prompt -Force -PassThru
