# Shells of their own for what a session cannot show of itself: the same edition, without a profile.

function Get-ShellPath {
    [System.IO.Path]::Combine($PSHOME, $(if ($PSVersionTable.PSEdition -ne 'Core') { 'powershell.exe' } elseif ($env:OS -eq 'Windows_NT') { 'pwsh.exe' } else { 'pwsh' }))
}

# Starts a script file; what it writes can be read as it comes, and what it reads can be written.
function Open-Shell([string] $File, [hashtable] $Environment = @{}) {
    $start = [System.Diagnostics.ProcessStartInfo]::new((Get-ShellPath), "-NoProfile -ExecutionPolicy Bypass -File `"$File`"")
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    foreach ($name in $Environment.Keys) { $start.EnvironmentVariables[$name] = $Environment[$name] }
    [System.Diagnostics.Process]::Start($start)
}

# Runs a script to its end and gives the lines that it wrote.
function Invoke-Shell([string] $Script, [hashtable] $Environment = @{}, [string[]] $Answer = @()) {
    $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
    [System.IO.File]::WriteAllText($file, $Script)
    $shell = Open-Shell $file $Environment
    try {
        foreach ($line in $Answer) { $shell.StandardInput.WriteLine($line) }
        $shell.StandardInput.Close()
        $shell.StandardOutput.ReadToEnd() -split '\r?\n' | Where-Object { $_ }
    }
    finally {
        $shell.Dispose()
    }
}
