<#
.SYNOPSIS
Makes a video of each picture in a folder, with one prompt for all.

.PARAMETER Folder
The folder of the pictures: png, jpeg or webp.

.PARAMETER Prompt
What happens in the videos.

.PARAMETER Destination
The folder for the videos, which bear the names of the pictures.

.EXAMPLE
./animate-images.ps1 -Folder ./images -Prompt 'slow zoom' -WhatIf

Shows what would be submitted. Nothing is sent.

.OUTPUTS
SiliconFlow.Video.SFVideoFile, one for each file that was saved.
#>
#Requires -Modules SiliconFlow.Video
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Folder,

    [Parameter(Mandatory, Position = 1)]
    [string] $Prompt,

    [string] $Destination = './videos'
)

Set-StrictMode -Version Latest

Get-ChildItem -LiteralPath $Folder -ErrorAction Stop |
    Where-Object { $_.Extension -in '.png', '.jpg', '.jpeg', '.webp' } |
    New-SFVideo -Prompt $Prompt |
    Wait-SFVideo |
    Save-SFVideo -Destination $Destination
