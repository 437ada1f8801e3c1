; The installer of StudyDesk for one user. packaging/windows.py defines VERSION, FOUR_NUMBERS,
; FOLDER (what is installed), ICON, TARGET (the installer) and SIZE (KB). The uninstaller removes
; what was installed and nothing else: the library, the choices and the log stay.
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh

!define NAME "学习台"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\StudyDesk"
!define KIND "StudyDesk.studypack"
; Programs with their SupportedTypes are offered in “open with”, and open nothing by themselves.
!define OFFER "Software\Classes\Applications\studydesk.exe"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\StudyDesk"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${FOUR_NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME} StudyDesk"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\studydesk.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "学习台需要 Windows 10（1809）或更新的系统。" /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd

; A program that runs holds its file: ask to close it, in silence give up.
!macro LEAVE_WHILE_RUNNING PREFIX
Function ${PREFIX}LeaveWhileRunning
  again:
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\studydesk.exe"
    FileOpen $0 "$INSTDIR\studydesk.exe" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "学习台正开着。请先关上它，再点“重试”。" \
        /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro LEAVE_WHILE_RUNNING ""
!insertmacro LEAVE_WHILE_RUNNING "un."

Section
  Call LeaveWhileRunning
  RMDir /r "$INSTDIR\_internal" ; of an older version
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\studydesk.exe"

  WriteRegStr HKCU "Software\Classes\.studypack" "" "${KIND}"
  WriteRegStr HKCU "Software\Classes\.studypack" "Content Type" "application/x-studypack"
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "学习包"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\studydesk.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" \
    '"$INSTDIR\studydesk.exe" "%1"'

  WriteRegStr HKCU "${OFFER}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${OFFER}\shell\open\command" "" '"$INSTDIR\studydesk.exe" "%1"'
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".txt" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".text" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".md" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".markdown" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".docx" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".docm" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".dotx" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".html" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".htm" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".xhtml" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".shtml" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".mht" ""
  WriteRegStr HKCU "${OFFER}\SupportedTypes" ".mhtml" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME} StudyDesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\studydesk.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "StudyDesk"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Call un.LeaveWhileRunning
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\studydesk.exe"
  Delete "$INSTDIR\studydesk-console.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; stays where anything else is in it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.studypack" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "Software\Classes\.studypack"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "${OFFER}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
SectionEnd
