# The package that the gallery would get, from a folder that stands for the gallery.

Describe 'The package' -Skip:(-not (Get-Command Compress-PSResource -ErrorAction Ignore)) {
    BeforeAll {
        . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
        . ([System.IO.Path]::Combine($PSScriptRoot, 'Shell.ps1'))
        Add-Type -AssemblyName System.IO.Compression.FileSystem

        $gallery = Join-Path $TestDrive 'gallery'
        $null = New-Item -ItemType Directory -Path $gallery
        Compress-PSResource -Path $StagedModule -DestinationPath $gallery
        $script:package = Get-Item (Join-Path $gallery *.nupkg)
        $script:manifest = Import-PowerShellDataFile (Join-Path $StagedModule 'SiliconFlow.Video.psd1')

        # Modules and repositories of their own, so that the user's stay as they are. On Windows no variable says where these lie: there the module is
        # saved to a folder rather than installed, and everywhere the repository has a name of its own and is forgotten again.
        $places = @{ HOME = Join-Path $TestDrive 'home' }
        $places.XDG_DATA_HOME = [System.IO.Path]::Combine($places.HOME, '.local', 'share')
        $places.PSModulePath = [System.IO.Path]::Combine($places.XDG_DATA_HOME, 'powershell', 'Modules')
        $null = New-Item -ItemType Directory -Path $places.PSModulePath
    }

    It 'is named after the version' {
        $package.Name | Should -Be "SiliconFlow.Video.$($manifest.ModuleVersion).nupkg"
    }

    It 'holds the staged files, and is small' {
        $archive = [System.IO.Compression.ZipFile]::OpenRead($package.FullName)
        $packed = $archive.Entries.FullName -notmatch '^(_rels/|package/|\[Content_Types\]|SiliconFlow\.Video\.nuspec$)'
        $archive.Dispose()

        $staged = Get-ChildItem $StagedModule -Recurse -File | ForEach-Object { $_.FullName.Substring($StagedModule.Length + 1).Replace('\', '/') }
        $packed | Sort-Object | Should -Be ($staged | Sort-Object)
        $packed | Should -Not -Match '\.(pdb|json|md)$|^bin/.*\.xml$'
        $package.Length | Should -BeLessThan 3MB
    }

    It 'is found by name and by command, installed, and does a batch' {
        $target = if ($env:OS -eq 'Windows_NT') { "Save-PSResource -Path '$($places.PSModulePath)'" } else { 'Install-PSResource -Scope CurrentUser' }
        $name = "SFVideo-$([guid]::NewGuid())"
        $service = Open-SimulatedService
        try {
            $written = Invoke-Shell -Environment $places -Script @"
`$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
Import-Module '$((Get-Module Microsoft.PowerShell.PSResourceGet).Path)'
Register-PSResourceRepository -Name $name -Uri '$gallery' -Trusted
try {
    (Find-PSResource -CommandName New-SFVideo -Repository $name).ParentResource.Name
    $target -Name SiliconFlow.Video -Repository $name
}
finally {
    Unregister-PSResourceRepository -Name $name
}
Connect-SFVideo -ApiKey sk-anything -BaseUri $($service.BaseUri)
`$files = 'a', 'b' | New-SFVideo | Wait-SFVideo -PollIntervalSec 0.1 | Save-SFVideo -Destination '$TestDrive'
`$files.Count
(Get-Module SiliconFlow.Video).ModuleBase
"@
            $written[0..1] | Should -Be @('SiliconFlow.Video', '2')
            $written[2] | Should -BeLike "$($places.PSModulePath)*$($manifest.ModuleVersion)"
            @(Get-Bill $service) | Should -HaveCount 2
        }
        finally {
            Close-SimulatedService $service
        }
    }

    It 'leads to the project where the build is told its address' {
        $folder = Join-Path $TestDrive 'addressed'
        $project = [System.IO.Path]::Combine($Root, 'src', 'SiliconFlow.Video')

        dotnet msbuild $project -nologo -t:WriteManifest "-p:ModuleOutput=$folder/" -p:ProjectUri=https://example.org/owner/project/ | Should -BeNullOrEmpty

        $tag = "v$($manifest.ModuleVersion)"
        $addressed = (Import-PowerShellDataFile (Join-Path $folder 'SiliconFlow.Video.psd1')).PrivateData.PSData
        $addressed.ProjectUri | Should -Be 'https://example.org/owner/project'
        $addressed.LicenseUri | Should -Be "https://example.org/owner/project/blob/$tag/LICENSE"
        $addressed.IconUri | Should -Be "https://example.org/owner/project/raw/$tag/docs/icon.png"
        $addressed.ReleaseNotes | Should -BeLike "$($manifest.PrivateData.PSData.ReleaseNotes)*https://example.org/owner/project/blob/$tag/CHANGELOG.md"
    }

    It 'cannot be given an address that is none' {
        $folder = Join-Path $TestDrive 'refused'

        dotnet msbuild ([System.IO.Path]::Combine($Root, 'src', 'SiliconFlow.Video')) -nologo -t:WriteManifest "-p:ModuleOutput=$folder/" "-p:ProjectUri=https://example.org/it's" |
            Should -Match 'plain https address'

        Test-Path $folder | Should -BeFalse
    }
}
