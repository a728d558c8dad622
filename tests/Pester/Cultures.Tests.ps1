# A whole batch where numbers, dates and letters are written otherwise, under the strictest rules a script can set itself.

BeforeAll {
    . ([System.IO.Path]::Combine($PSScriptRoot, 'Service.ps1'))
    $script:service = Connect-SimulatedService
}

AfterAll {
    Close-SimulatedService $service
}

Describe 'A batch in <_>' -ForEach 'tr-TR', 'de-DE', 'ar-SA', 'zh-CN' {
    It 'goes from a CSV file to whole files, run after run' {
        Set-StrictMode -Version Latest
        $ErrorActionPreference = 'Stop'
        Clear-Service $service
        $folder = Join-Path $TestDrive $_
        $null = New-Item -ItemType Directory -Path $folder
        $csv = Join-Path $folder 'prompts.csv'
        [System.IO.File]::WriteAllText($csv, "NAME,PROMPT,IMAGE_SIZE,SEED`nIni,a title,720x1280,-1234567`n")

        $thread = [System.Threading.Thread]::CurrentThread
        $before = $thread.CurrentCulture, $thread.CurrentUICulture
        try {
            $thread.CurrentCulture = $thread.CurrentUICulture = [cultureinfo] $_
            $files = foreach ($run in 1..2) {
                Import-Csv $csv | New-SFVideo -Journal "$csv.jsonl" | Wait-SFVideo -PollIntervalSec 0.1 -TimeoutSec 60 | Save-SFVideo -Destination $folder
            }
        }
        finally {
            $thread.CurrentCulture, $thread.CurrentUICulture = $before
        }

        $files.Name | Should -Be @('Ini', 'Ini')
        (Get-FileHash $files[0].FullName).Hash | Should -Be $files[1].Sha256
        $bill = @(Get-Bill $service)
        $bill | Should -HaveCount 1
        $bill[0].seed | Should -Be -1234567
        $bill[0].imageSize | Should -Be '720x1280'
    }
}
