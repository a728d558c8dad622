# What Get-Help says in a user's own shell.

BeforeDiscovery {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    Import-StagedModule
    $script:cmdlets = (Get-Command -Module SiliconFlow.Video).Name
    $script:topics = Get-ChildItem ([System.IO.Path]::Combine($StagedModule, 'en-US')) -Filter about_*.help.txt | ForEach-Object { $_.Name -replace '\.help\.txt$' }
}

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    Import-StagedModule
}

Describe 'The help of <_>' -ForEach $cmdlets {
    It 'says what it does, describes each parameter, and shows examples' {
        $help = Get-Help $_ -Full

        $help.Synopsis | Should -Match '\w+ \w+ \w+'
        $help.Synopsis | Should -Not -Match "^\s*$_ "
        $help.examples.example | Should -Not -BeNullOrEmpty
        $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($parameter in (Get-Command $_).Parameters.Values | Where-Object { $_.Name -notin $common }) {
            if (($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] }).DontShow -contains $true) { continue }

            $name = $parameter.Name
            (Get-Help $help.Name -Parameter $name).description.Text | Should -Match '\w+ \w+' -Because "-$name needs a description"
        }
    }
}

Describe 'The topic <_>' -ForEach $topics {
    It 'is found by name and is text of its own' {
        $text = Get-Help $_ | Out-String

        $text.Length | Should -BeGreaterThan 1000
        $text | Should -Match $_
    }
}
