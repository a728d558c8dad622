# Ctrl+C in a batch: it ends soon, and with a journal no paid id is lost.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Shell.ps1'))
    $script:service = Connect-SimulatedService

    # Writes a line once its first job is there, and would then wait for an hour.
    function Get-Batch($Service, $Journal) {
        @"
Import-Module '$StagedModule'
Connect-SFVideo -ApiKey sk-anything -BaseUri $($Service.BaseUri)
1..40 | ForEach-Object { "p`$_" } | New-SFVideo -Journal '$Journal' -ThrottleLimit 2 | ForEach-Object { 'submitted'; `$_ | Wait-SFVideo -TimeoutSec 3600 }
"@
    }

    # What is in the journal is all that was paid, and the same line again pays only for the rest.
    function Test-NothingLost($Service, $Journal) {
        $paid = @(Get-Bill $Service)
        $paid.Count | Should -BeIn (1..39)
        @(Get-SFVideoJournal $Journal -Status Submitted).RequestId | Sort-Object | Should -Be ($paid.requestId | Sort-Object)

        Send-Fault $Service @()
        $null = 1..40 | ForEach-Object { "p$_" } | New-SFVideo -Journal $Journal
        @(Get-Bill $Service) | Should -HaveCount 40
    }
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'A batch that is stopped' {
    BeforeEach {
        Clear-Service $service
        # Jobs never end, and submits take a moment: some are in flight when the stop comes.
        Send-Fault $service @(
            @{ operation = 'status'; fault = 'statusText'; statusText = 'InProgress' }
            @{ operation = 'submit'; occurrences = '2-'; fault = 'slow'; delaySeconds = 0.3 })
    }

    It 'by a host ends within seconds' {
        $journal = Join-Path $TestDrive 'host.jsonl'
        $shell = [powershell]::Create().AddScript((Get-Batch $service $journal))
        $written = [System.Management.Automation.PSDataCollection[psobject]]::new()
        $running = $shell.BeginInvoke([System.Management.Automation.PSDataCollection[psobject]]::new(), $written)
        $null = $written.GetEnumerator().MoveNext()

        $shell.BeginStop($null, $null).AsyncWaitHandle.WaitOne(15000) | Should -BeTrue

        $running.IsCompleted | Should -BeTrue
        $shell.Dispose()
        Test-NothingLost $service $journal
    }

    It 'by an interrupt ends within seconds' -Skip:($env:OS -eq 'Windows_NT') {
        $journal = Join-Path $TestDrive 'interrupt.jsonl'
        $file = Join-Path $TestDrive 'batch.ps1'
        [System.IO.File]::WriteAllText($file, (Get-Batch $service $journal))
        $shell = Open-Shell $file
        $shell.StandardOutput.ReadLine() | Should -Be 'submitted'

        & kill -s INT $shell.Id

        $shell.WaitForExit(15000) | Should -BeTrue
        $shell.Dispose()
        Test-NothingLost $service $journal
    }
}
