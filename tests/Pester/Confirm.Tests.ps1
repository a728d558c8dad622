# Nothing is paid without asking for it.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Shell.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'A batch' {
    BeforeEach {
        Clear-Service $service
    }

    It 'sends nothing by <_>' -ForEach '-WhatIf', '$WhatIfPreference' {
        $jobs = if ($_ -like '-*') { 'a', 'b' | New-SFVideo -WhatIf } else { & { $WhatIfPreference = $true; 'a', 'b' | New-SFVideo } }

        $jobs | Should -BeNullOrEmpty
        Get-Bill $service | Should -BeNullOrEmpty
    }

    It 'saves nothing by -WhatIf' {
        $folder = Join-Path $TestDrive 'videos'

        'a' | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination $folder -WhatIf | Should -BeNullOrEmpty

        Test-Path $folder | Should -BeFalse
    }

    It 'asks for each row by -Confirm, and sends those that are agreed to' {
        $settings = @{ SILICONFLOW_API_KEY = 'sk-anything'; SILICONFLOW_BASE_URL = $service.BaseUri }

        $null = Invoke-Shell "Import-Module '$StagedModule'; 'no', 'yes' | New-SFVideo -Confirm" $settings -Answer 'n', 'y'

        (Get-Bill $service).prompt | Should -Be 'yes'
    }
}
