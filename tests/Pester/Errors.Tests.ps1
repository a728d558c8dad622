# Errors as scripts meet them: by type, by id, by preference.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'An error' {
    BeforeEach {
        Clear-Service $service
    }

    It 'is caught by its type and says what to do' {
        $connection = Connect-SFVideo -ApiKey sk-bad -BaseUri $service.BaseUri -PassThru
        try {
            New-SFVideo 'a cat' -Connection $connection
            throw 'The key was taken.'
        }
        catch [SiliconFlow.Video.SFVideoAuthenticationException] {
            $_.FullyQualifiedErrorId | Should -BeLike 'Unauthorized,*'
            $_.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            $_.Exception.TraceId | Should -Not -BeNullOrEmpty
            $_ | Format-List * -Force | Out-String | Should -Not -Match 'sk-bad'
        }
        finally {
            Connect-SFVideo -ApiKey sk-anything -BaseUri $service.BaseUri
        }
    }

    It 'of one row leaves the others alone, and its target can be piped on again' {
        Send-Fault $service @{ operation = 'submit'; prompt = 'b'; occurrences = 1; fault = 'answer'; status = 400 }

        $jobs = 'a', 'b', 'c' | New-SFVideo -ErrorAction SilentlyContinue -ErrorVariable failures

        $jobs | Should -HaveCount 2
        $failures | Should -HaveCount 1
        $failures[0].FullyQualifiedErrorId | Should -BeLike 'InvalidRequest,*'
        ($failures[0].TargetObject | New-SFVideo).Prompt | Should -Be 'b'
    }

    It 'ends the line by <_>' -ForEach '-ErrorAction Stop', '$ErrorActionPreference' {
        Send-Fault $service @{ operation = 'submit'; fault = 'answer'; status = 400 }
        $line = if ($_ -like '-*') { { 'a' | New-SFVideo -ErrorAction Stop } } else { { $ErrorActionPreference = 'Stop'; 'a' | New-SFVideo } }

        $line | Should -Throw -ExceptionType ([SiliconFlow.Video.SFVideoInvalidRequestException]) -ErrorId 'InvalidRequest,*'
    }

    It 'makes $? false' {
        Send-Fault $service @{ operation = 'submit'; fault = 'answer'; status = 400 }

        $null = New-SFVideo 'a' -ErrorAction SilentlyContinue
        $went = $?

        $went | Should -BeFalse
    }
}
