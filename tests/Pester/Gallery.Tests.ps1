# A page of a batch by Export-SFVideoGallery in a user's own shell.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'Export-SFVideoGallery' {
    BeforeEach {
        Push-Location -LiteralPath (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    }

    AfterEach {
        Pop-Location
    }

    It 'ends the line with a page that names each video and no key' {
        'a <b>cat</b>', 'a dog' | New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination videos |
            Export-SFVideoGallery gallery.html | Should -BeNullOrEmpty

        $page = Get-Content gallery.html -Raw -Encoding UTF8
        foreach ($row in Get-SFVideoJournal run.jsonl) { $page | Should -Match ([regex]::Escape($row.RequestId)) }
        $page | Should -Match 'videos/'
        $page | Should -Not -Match '<b>cat'
        $page | Should -Not -Match 'sk-anything'
    }

    It 'is made of a journal, or of files that went through Export-Clixml' {
        'a' | New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo | Export-Clixml files.xml

        (Export-SFVideoGallery journal.html -Journal run.jsonl -PassThru).Name | Should -Be 'journal.html'
        (Import-Clixml files.xml | Export-SFVideoGallery files.html -PassThru).Name | Should -Be 'files.html'
    }

    It 'replaces a page only by -Force, and writes nothing by -WhatIf' {
        'a' | New-SFVideo -Journal run.jsonl | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo | Export-SFVideoGallery page.html

        { Export-SFVideoGallery page.html -Journal run.jsonl -ErrorAction Stop } | Should -Throw -ErrorId 'FileExists,*'
        { Export-SFVideoGallery page.html -Journal run.jsonl -Force -ErrorAction Stop } | Should -Not -Throw
        Export-SFVideoGallery other.html -Journal run.jsonl -WhatIf
        Test-Path other.html | Should -BeFalse
    }
}
