# Importing, as users and their profiles do it.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Shell.ps1'))
}

Describe 'Import-Module' {
    It 'brings the cmdlets, also when it is forced again' {
        foreach ($time in 1..3) {
            Import-StagedModule
        }

        $cmdlets = (Import-PowerShellDataFile (Join-Path $StagedModule 'SiliconFlow.Video.psd1')).CmdletsToExport
        (Get-Command -Module SiliconFlow.Video).Name | Sort-Object | Should -Be ($cmdlets | Sort-Object)
        { Get-SFVideo -RequestId ' ' -ErrorAction Stop } | Should -Throw
    }

    It 'has a valid manifest' {
        Test-ModuleManifest (Join-Path $StagedModule 'SiliconFlow.Video.psd1') | Should -Not -BeNullOrEmpty
    }

    It 'keeps its libraries to itself' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
        Import-StagedModule

        'SiliconFlow.Video.SFVideoException' -as [type] | Should -Not -BeNullOrEmpty
        'Polly.ResiliencePipeline' -as [type] | Should -BeNullOrEmpty
    }

    It 'comes by itself with the first cmdlet that is named' {
        $modules = Join-Path $TestDrive 'named'
        Copy-Item $StagedModule ([System.IO.Path]::Combine($modules, 'SiliconFlow.Video')) -Recurse

        $written = Invoke-Shell "Disconnect-SFVideo; (Get-Module SiliconFlow.Video).ModuleBase" @{ PSModulePath = $modules + [System.IO.Path]::PathSeparator + $env:PSModulePath }

        $written | Should -Be ([System.IO.Path]::Combine($modules, 'SiliconFlow.Video'))
    }

    It 'takes another version in the same session, once the first is removed' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $later = [System.IO.Path]::Combine($TestDrive, '9.9.9', 'SiliconFlow.Video')
        Copy-Item $StagedModule $later -Recurse
        $manifest = Join-Path $later 'SiliconFlow.Video.psd1'
        $text = [System.IO.File]::ReadAllText($manifest) -replace "(ModuleVersion +=) '.*'", '$1 ''9.9.9'''
        [System.IO.File]::WriteAllText($manifest, $text)

        $written = Invoke-Shell @"
foreach (`$module in '$StagedModule', '$later', '$StagedModule') {
    Import-Module `$module
    (Get-Command New-SFVideo).ImplementingType.Assembly.Location
    Remove-Module SiliconFlow.Video
}
"@
        $written | Should -Be ($StagedModule, $later, $StagedModule | ForEach-Object { [System.IO.Path]::Combine($_, 'bin', 'net8.0', 'SiliconFlow.Video.dll') })
    }
}
