# The main job in a user's own shell, with the shell's own Import-Csv, Get-ChildItem, Select-Object and formatting.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'A batch' {
    BeforeEach {
        Clear-Service $service
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))
        Push-Location -LiteralPath $folder.FullName
        $rows = @'
Name,Prompt,image_size,Seed,Model,Image
cat,"A ""cat"", asleep",,7,,
night,雨夜的城市 🌃,720x1280,,Wan-AI/Wan2.2-T2V-A14B,
'@
        [System.IO.File]::WriteAllText((Join-Path $folder.FullName 'prompts.csv'), $rows, [System.Text.UTF8Encoding]::new($true))
    }

    AfterEach {
        Pop-Location
    }

    It 'goes from a CSV file to whole files' {
        $files = Import-Csv prompts.csv -Encoding UTF8 | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination ./videos

        $files | Should -HaveCount 2
        ($files | Sort-Object Name).Name | Should -Be @('cat', 'night')
        ($files | Get-Item).Length | Should -Be $files.Length
        ($files | Get-FileHash).Hash | Should -Be $files.Sha256
        $bill = Get-Bill $service | Sort-Object prompt
        $bill.prompt | Should -Be @('A "cat", asleep', '雨夜的城市 🌃')
        $bill.imageSize | Should -Be @('1280x720', '720x1280')
    }

    It 'shows a table' {
        $text = 'a cat' | New-SFVideo -Name short | Format-Table | Out-String

        $text | Should -Match 'RequestId\s+Name\s+Status\s+Elapsed\s+Prompt'
        $text | Should -Match 'short\s+Submitted'
    }

    It 'is checked and not sent by -WhatIf' {
        Import-Csv prompts.csv -Encoding UTF8 | New-SFVideo -Journal run.jsonl -WhatIf | Should -BeNullOrEmpty

        Get-Bill $service | Should -BeNullOrEmpty
        Test-Path run.jsonl | Should -BeFalse
    }

    It 'pays for nothing twice when it is run again' {
        foreach ($run in 1..2) {
            $files = Import-Csv prompts.csv -Encoding UTF8 | Sort-Object Name -Descending:($run -eq 2) |
                New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination ./videos
            $files | Should -HaveCount 2
        }

        @(Get-Bill $service) | Should -HaveCount 2
        (Get-SFVideoJournal run.jsonl).Status | Should -Be @('Saved', 'Saved')
        (Get-Content run.jsonl -Encoding UTF8 | ConvertFrom-Json).event | Should -Contain 'intent'
    }

    It 'takes pictures from Get-ChildItem' {
        $png = [byte[]](0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A) + [byte[]](1..100)
        [System.IO.File]::WriteAllBytes((Join-Path $folder.FullName 'a[1].png'), $png)

        $job = Get-ChildItem *.png | New-SFVideo -Prompt 'slow zoom'

        $job.Name | Should -Be 'a[1]'
        (Get-Bill $service).image.length | Should -Be $png.Length
    }

    It 'ends with the first object for Select-Object' {
        $first = 1..20 | ForEach-Object { "p$_" } | New-SFVideo -ThrottleLimit 2 | Select-Object -First 1

        @($first) | Should -HaveCount 1
    }
}
