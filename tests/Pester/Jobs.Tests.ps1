# Jobs of the service as objects: from one session, runspace or file to the next.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'Jobs' {
    BeforeEach {
        Clear-Service $service
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))
        Push-Location -LiteralPath $folder.FullName
    }

    AfterEach {
        Pop-Location
    }

    It 'go on from a file' {
        'a', 'b' | New-SFVideo -Name { "named $_" } | Export-Clixml jobs.xml

        $files = Import-Clixml jobs.xml | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -FileName '{Index}-{Name}'

        ($files.Name | Sort-Object) | Should -Be @('named a', 'named b')
    }

    It 'go on as a remote session would hand them over' {
        $text = [System.Management.Automation.PSSerializer]::Serialize(@('a', 'b' | New-SFVideo))

        $files = [System.Management.Automation.PSSerializer]::Deserialize($text) | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo

        $files | Should -HaveCount 2
        ([System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($files)) | Get-Item).Length | Should -Be $files.Length
    }

    It 'go through a background job there and back' {
        $jobs = 'a', 'b' | New-SFVideo
        $uri = $service.BaseUri

        $done = $jobs | Start-Job {
            Import-Module $using:StagedModule
            Connect-SFVideo -ApiKey sk-anything -BaseUri $using:uri
            $input | Wait-SFVideo -PollIntervalSec 0.1
        } | Receive-Job -Wait -AutoRemoveJob

        $done.Status | Should -Be @('Succeeded', 'Succeeded')
        ($done | Save-SFVideo) | Should -HaveCount 2
    }

    It 'bear no key into a file or a background job' {
        Connect-SFVideo -ApiKey sk-anything -BaseUri $service.BaseUri -PassThru | Export-Clixml connection.xml
        New-SFVideo 'a' | Export-Clixml job.xml

        Get-Content connection.xml, job.xml | Should -Not -Match 'sk-anything'
    }
}

Describe 'Other runspaces' {
    BeforeEach {
        Clear-Service $service
    }

    It 'share a connection by ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = Connect-SFVideo -ApiKey sk-anything -BaseUri $service.BaseUri -PassThru

        $jobs = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:StagedModule
            New-SFVideo "p$_" -Connection $using:connection | Wait-SFVideo -PollIntervalSec 0.1 -Connection $using:connection
        }

        $jobs.Status | Should -Be (@('Succeeded') * 4)
        @(Get-Bill $service) | Should -HaveCount 4
    }

    It 'share a connection by Start-ThreadJob' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $connection = Connect-SFVideo -ApiKey sk-anything -BaseUri $service.BaseUri -PassThru

        $jobs = 1..2 | ForEach-Object {
            Start-ThreadJob {
                Import-Module $using:StagedModule
                New-SFVideo 'a' -Connection $using:connection
            }
        } | Receive-Job -Wait -AutoRemoveJob

        ($jobs | Wait-SFVideo -PollIntervalSec 0.1).Status | Should -Be @('Succeeded', 'Succeeded')
    }
}
