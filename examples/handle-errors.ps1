<#
.SYNOPSIS
Submits prompts, sends those again that were surely not taken, and tells apart what is left.

.DESCRIPTION
Every error of SiliconFlow.Video has a type for what can be done about it, and its target is the request, which can be piped to New-SFVideo again. The
module retries by itself for some minutes; this script shows how to go on after that without ever paying twice.

.PARAMETER Prompt
The prompts.

.PARAMETER Rounds
How often to send what was surely not taken.

.EXAMPLE
'a cat', 'a dog' | ./handle-errors.ps1 | Wait-SFVideo | Save-SFVideo -Destination ./videos

.OUTPUTS
SiliconFlow.Video.SFVideo, one for each job that was taken.
#>
#Requires -Modules SiliconFlow.Video
[CmdletBinding()]
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [string[]] $Prompt,

    [ValidateRange(1, 100)]
    [int] $Rounds = 3
)

begin {
    Set-StrictMode -Version Latest
    $requests = [System.Collections.ArrayList]::new()
}

process {
    $requests.AddRange($Prompt)
}

end {
    for ($round = 1; $requests.Count -gt 0 -and $round -le $Rounds; $round++) {
        $failures = @()
        try {
            $requests | New-SFVideo -ErrorAction SilentlyContinue -ErrorVariable failures
        }
        catch [SiliconFlow.Video.SFVideoAuthenticationException] {
            # No row can succeed with this key, so there is nothing to try again.
            $PSCmdlet.ThrowTerminatingError($_)
        }

        $requests = [System.Collections.ArrayList]::new()
        foreach ($failure in $failures) {
            switch ($failure.Exception) {
                # Surely not taken, and not charged: it may be sent again.
                { $_ -is [SiliconFlow.Video.SFVideoRateLimitException] -or
                  $_ -is [SiliconFlow.Video.SFVideoServiceUnavailableException] -or
                  $_ -is [SiliconFlow.Video.SFVideoConnectionException] } {
                    if ($round -lt $Rounds) { $null = $requests.Add($failure.TargetObject) } else { $PSCmdlet.WriteError($failure) }
                }

                # Perhaps taken and charged. Sending it again could pay twice, so a person has to look it up.
                { $_ -is [SiliconFlow.Video.SFVideoUnknownOutcomeException] } {
                    $PSCmdlet.WriteWarning("$($failure.TargetObject): look it up in the account's usage before sending it again. $($_.Message)")
                }

                # Refused for what it is: it has to be corrected.
                default { $PSCmdlet.WriteError($failure) }
            }
        }
    }
}
