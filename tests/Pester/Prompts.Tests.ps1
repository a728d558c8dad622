# Files of prompts through Import-SFVideoPrompt in a user's own shell.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'Import-SFVideoPrompt' {
    BeforeEach {
        Clear-Service $service
        Push-Location -LiteralPath (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    }

    AfterEach {
        Pop-Location
    }

    It 'reads what Export-Csv and ConvertTo-Json write' {
        $rows = @([pscustomobject]@{ Name = 'a'; Prompt = "two`nlines, ""quoted"""; Seed = 7 }, [pscustomobject]@{ Name = 'b'; Prompt = 'one'; Seed = '' })
        $rows | Export-Csv rows.csv -NoTypeInformation -Encoding UTF8
        [System.IO.File]::WriteAllText((Join-Path $PWD rows.json), (ConvertTo-Json $rows))

        foreach ($file in 'rows.csv', 'rows.json') {
            $read = @(Import-SFVideoPrompt $file)
            $read.Name | Should -Be @('a', 'b')
            $read[0].Prompt | Should -Be $rows[0].Prompt
            $read[0].Seed | Should -Be 7
        }
    }

    It 'takes the files of Get-ChildItem down to videos' {
        Set-Content one.csv -Value 'Prompt', 'a'
        Set-Content -LiteralPath 'two [2].csv' -Value 'Prompt', 'b'

        $files = Get-ChildItem *.csv | Import-SFVideoPrompt | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo

        $files | Should -HaveCount 2
        (Get-Bill $service).prompt | Sort-Object | Should -Be @('a', 'b')
    }

    It 'passes nothing on where one row is wrong, and says where' {
        Set-Content rows.csv -Value 'Prompt,Seed', 'a,1', 'b,many'

        $read = Import-SFVideoPrompt rows.csv -ErrorAction SilentlyContinue -ErrorVariable faults -WarningAction SilentlyContinue

        $read | Should -BeNullOrEmpty
        "$($faults[0])" | Should -Match 'rows\.csv:3'
        (Import-SFVideoPrompt rows.csv -SkipInvalid -ErrorAction SilentlyContinue -WarningAction SilentlyContinue).Prompt | Should -Be 'a'
    }
}
