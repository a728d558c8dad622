@{
    RootModule             = 'SiliconFlow.Video.psm1'
    # The build writes the version here.
    ModuleVersion          = '0.0.0'
    GUID                   = 'ae92cb05-ac4a-45ad-bfef-f2344d48f584'
    Author                 = 'The SiliconFlow.Video authors'
    CompanyName            = 'The SiliconFlow.Video authors'
    Copyright              = '(c) 2026 The SiliconFlow.Video authors. MIT license.'
    Description            = 'Batches of videos from SiliconFlow''s video generation service: submit, wait and save in one pipeline. Run the same line again after a crash, and nothing is paid twice and nothing is lost.'
    # On PowerShell 6 and later, SiliconFlow.Video.psm1 asks for 7.4.
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FormatsToProcess       = @('SiliconFlow.Video.Format.ps1xml')
    TypesToProcess         = @('SiliconFlow.Video.Types.ps1xml')
    CmdletsToExport        = @(
        'Connect-SFVideo'
        'Disconnect-SFVideo'
        'Import-SFVideoPrompt'
        'New-SFVideo'
        'Get-SFVideo'
        'Get-SFVideoJournal'
        'Get-SFVideoModel'
        'Wait-SFVideo'
        'Save-SFVideo'
        'Export-SFVideoGallery'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags         = @(
                'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS'
                'AI', 'Batch', 'Generation', 'SiliconFlow', 'Video', 'Wan'
                # By these Find-PSResource -CommandName finds the module.
                'PSIncludes_Cmdlet'
                'PSCommand_Connect-SFVideo'
                'PSCommand_Disconnect-SFVideo'
                'PSCommand_Import-SFVideoPrompt'
                'PSCommand_New-SFVideo'
                'PSCommand_Get-SFVideo'
                'PSCommand_Get-SFVideoJournal'
                'PSCommand_Get-SFVideoModel'
                'PSCommand_Wait-SFVideo'
                'PSCommand_Save-SFVideo'
                'PSCommand_Export-SFVideoGallery'
            )
            # A build that is told the project's address (ProjectUri) writes it here, with the license and the icon there.
            LicenseUri   = 'https://opensource.org/license/mit'
            ProjectUri   = 'https://docs.siliconflow.com'
            # On one line: the opening of the newest section of CHANGELOG.md.
            ReleaseNotes = '0.1.0, the first version: New-SFVideo submits prompts and pictures, Wait-SFVideo waits for many jobs at once, Save-SFVideo saves whole files, all in one line. With -Journal the same line run again pays for nothing twice and goes on where it stopped.'
        }
    }
}
