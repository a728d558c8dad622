# Importing, as users and their profiles do it.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
}

Describe 'Import-Module' {
    It 'brings the cmdlets, also when it is forced again' {
        foreach ($time in 1..3) {
            Import-StagedModule
        }

        (Get-Command -Module SiliconFlow.Video).Name | Sort-Object |
            Should -Be @('Connect-SFVideo', 'Disconnect-SFVideo', 'Get-SFVideo', 'Get-SFVideoJournal', 'Get-SFVideoModel', 'New-SFVideo', 'Save-SFVideo', 'Wait-SFVideo')
        { Get-SFVideo -RequestId ' ' -ErrorAction Stop } | Should -Throw
    }

    It 'has a valid manifest' {
        Test-ModuleManifest ([System.IO.Path]::Combine($Root, 'out', 'SiliconFlow.Video', 'SiliconFlow.Video.psd1')) | Should -Not -BeNullOrEmpty
    }

    It 'keeps its libraries to itself' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        Import-StagedModule

        'SiliconFlow.Video.SFVideoException' -as [type] | Should -Not -BeNullOrEmpty
        'Polly.ResiliencePipeline' -as [type] | Should -BeNullOrEmpty
    }
}
