# Installs what dist/ holds, lets the installed program check itself and make handouts, opens its
# window, and uninstalls it; what a user keeps must stay.
$ErrorActionPreference = "Stop"
function Demand($met, $what) { if (-not $met) { throw $what } }

$setup = (Get-ChildItem "dist\*-windows-setup.exe")[0].FullName
$folder = "$env:LOCALAPPDATA\Programs\StudyDesk"
$registry = "HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\StudyDesk"
$library = "$env:TEMP\学习台 库"

$done = Start-Process $setup "/S" -Wait -PassThru
Demand ($done.ExitCode -eq 0) "the installer ended with $($done.ExitCode)"
Demand (Test-Path $registry) "not listed among the programs"
Demand ((Get-ItemProperty "HKCU:\Software\Classes\.studypack").'(default)' -eq "StudyDesk.studypack") "no file type"

& "$folder\studydesk-console.exe" self-check
Demand ($LASTEXITCODE -eq 0) "the program found itself wrong"
& "$folder\studydesk-console.exe" demo --out "$env:TEMP\讲义"
Demand ((Get-ChildItem "$env:TEMP\讲义\*").Count -eq 6) "not every handout was made"
$window = Start-Process "$folder\studydesk.exe" "--library `"$library`"" -PassThru
Start-Sleep -Seconds 20
$window.Refresh()
Demand (-not $window.HasExited) "the window has gone"
Demand ($window.MainWindowTitle -like "*学习台*") "no window, but '$($window.MainWindowTitle)'"
$window.CloseMainWindow() | Out-Null
Demand ($window.WaitForExit(20000)) "the window does not close"

$done = Start-Process "$folder\uninstall.exe" "/S _?=$folder" -Wait -PassThru
Demand ($done.ExitCode -eq 0) "the uninstaller ended with $($done.ExitCode)"
Demand (-not (Test-Path $registry)) "still listed among the programs"
Demand (-not (Test-Path "$folder\_internal")) "files left behind"
Demand (-not (Test-Path "HKCU:\Software\Classes\Applications\studydesk.exe")) "still offered to open files with"
Demand (Test-Path "$library\*") "the library is gone"
Write-Output "installed, used and removed; the library was kept"
