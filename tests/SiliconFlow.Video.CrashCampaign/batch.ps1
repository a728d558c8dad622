# What each child process of the campaign does: one batch, as its user runs it. The bare engine has no Import-Csv and no ConvertTo-Json.
param([string] $module)
Import-Module $module
[Console]::Out.WriteLine('ready')

$folder, $uri, $timeout = [Console]::In.ReadLine() -split "`t"
$null = $ExecutionContext.SessionState.Path.SetLocation($folder)
Connect-SFVideo -ApiKey sk-campaign-5d1b -BaseUri $uri -RequestTimeoutSec $timeout
$rows = foreach ($line in [IO.File]::ReadAllLines([IO.Path]::Combine($folder, 'rows.tsv'))) {
    $name, $prompt, $size = $line -split "`t"
    [pscustomobject] @{ Name = $name; Prompt = $prompt; ImageSize = $size }
}

try {
    & { $rows | New-SFVideo -Journal run.jsonl -ThrottleLimit 2 | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination ./videos } 2>&1 | ForEach-Object {
        $fields = if ($_ -is [System.Management.Automation.ErrorRecord]) {
            ($_.FullyQualifiedErrorId -split ',')[0], $_.TargetObject.Name, "$($_.TargetObject.RequestId)", ''
        }
        else {
            'Saved', $_.Name, $_.RequestId, $_.FullName
        }

        [Console]::Out.WriteLine($fields -join "`t")
    }

    [Console]::Out.WriteLine('end')
}
catch {
    [Console]::Out.WriteLine("stopped`t$($_.FullyQualifiedErrorId)`t$_")
}
