# What the module's objects look like through the shell's own Format-Table, Format-List and Format-Wide, and what its Tab key offers.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    Import-StagedModule
    $service = Open-SimulatedService
    $script:connection = Connect-SFVideo -ApiKey sk-secret-7f3a9c41d2 -BaseUri $service.BaseUri -PassThru
    Connect-SFVideo -ApiKey sk-secret-7f3a9c41d2 -BaseUri $service.BaseUri
    Push-Location -LiteralPath $TestDrive
    $wide = [string] [char] 0x732b * 40
    $rows = @(
        [pscustomobject]@{ Name = 'cat'; Prompt = 'a cat in the rain ' * 10 }
        [pscustomobject]@{ Name = $wide; Prompt = $wide }
        [pscustomobject]@{ Name = ''; Prompt = "two`r`nlines" }
    )
    $jobs = $rows | New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Sort-Object Prompt
    $script:files = $jobs | Save-SFVideo -Destination videos
    $rows = Get-SFVideoJournal run.jsonl
    $script:models = Get-SFVideoModel

    function Get-Width([string] $Line) {
        ($Line.ToCharArray() | ForEach-Object { if ($_ -ge [char] 0x2e80) { 2 } else { 1 } } | Measure-Object -Sum).Sum
    }

    function Get-Screen($Items, [int] $Width, [string] $Format = 'Format-Table') {
        $Items | & $Format | Out-String -Width $Width -Stream | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ }
    }
}

AfterAll {
    Pop-Location
    Close-SimulatedService $service
}

Describe 'Views' {
    It 'fit into <_> characters, a line for each' -ForEach 60, 80, 120 {
        Set-StrictMode -Version Latest
        foreach ($items in $jobs, $files, $rows, $models, @($connection)) {
            $lines = @(Get-Screen $items $_)

            $lines.Count | Should -Be ($items.Count + 2)
            foreach ($line in $lines) {
                Get-Width $line | Should -BeLessOrEqual $_
                $line | Should -Not -Match ([char] 27)
            }
        }
    }

    It 'show what counts' {
        (Get-Screen $jobs 80)[0] | Should -Match '^RequestId +Name +Status +Elapsed Prompt$'
        (Get-Screen $files 80)[0] | Should -Match '^Name +MB FullName$'
        (Get-Screen $rows 80)[0] | Should -Match '^RequestId +Name +Status +Detail$'
        (Get-Screen $rows 80) -match '^\w{12} +cat +Saved +cat\.mp4$' | Should -HaveCount 1
        (Get-Screen $jobs 80) -match '^\w{12} +cat +Succeeded +0:\d\d a cat in' | Should -HaveCount 1
    }

    It 'are the same for objects that come out of a file' {
        @($jobs) + @($files) + @($rows) + @($models) | Export-Clixml all.xml
        $all = Import-Clixml all.xml

        Get-Screen ($all | Where-Object { $_.PSTypeNames[0] -like '*SFVideo' }) 80 | Should -Be (Get-Screen $jobs 80)
        Get-Screen ($all | Where-Object { $_.PSTypeNames[0] -like '*File' }) 80 | Should -Be (Get-Screen $files 80)
        Get-Screen ($all | Where-Object { $_.PSTypeNames[0] -like '*#Journal' }) 80 | Should -Be (Get-Screen $rows 80)
        Get-Screen ($all | Where-Object { $_.PSTypeNames[0] -like '*Model' }) 80 | Should -Be (Get-Screen $models 80)
    }

    It 'list what helps, nothing twice, and never the key' {
        foreach ($items in $jobs, $files, $rows, $models, @($connection)) {
            $text = $items | Format-List | Out-String -Width 200
            $text | Should -Match 'BaseUri|FullName'
            $text | Should -Not -Match 'sk-secret'
        }

        $rows | Format-List | Out-String -Width 200 | Should -Match 'File +: .*cat\.mp4'
        $files | Format-List | Out-String -Width 200 | Should -Not -Match 'PSPath'
    }

    It 'name jobs by their names where there is little room' {
        $names = (Get-Screen $jobs 80 Format-Wide) -join ' '
        $names | Should -Match '\bcat\b'
        $names | Should -Match (@($jobs | Where-Object { -not $_.Name })[0].RequestId)
        (Get-Screen $models 80 Format-Wide) -join ' ' | Should -Match 'T2V.* .*I2V'
    }

    It 'show colours only where they are wanted' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        $style = Get-Variable PSStyle -ValueOnly
        $before = $style.OutputRendering
        try {
            $style.OutputRendering = 'Ansi'
            $rows | Out-String | Should -Match "$([char] 27)\[32mSaved$([char] 27)\[0m"
            $style.OutputRendering = 'PlainText'
            $rows | Out-String | Should -Not -Match ([char] 27)
        }
        finally {
            $style.OutputRendering = $before
        }
    }
}

Describe 'The Tab key' {
    It 'offers what fits' {
        function Get-Offer([string] $Line) {
            (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
        }

        @(Get-Offer 'Get-SFVideoJournal r') | Should -Be @('run.jsonl')
        @(Get-Offer "Save-SFVideo -FileName '{Index}-{N") | Should -Be @("'{Index}-{Name}'")
        @(Get-Offer 'New-SFVideo -CustomModel wan2.2-t') | Should -Be @('Wan-AI/Wan2.2-T2V-A14B')
        @(Get-Offer 'Get-SFVideoModel -Kind t') | Should -Be @('TextToVideo')
        @(Get-Offer 'Get-SFVideo ') | Should -Contain $jobs[0].RequestId
    }
}
