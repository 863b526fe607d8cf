# What the setup program does besides electron-builder's own (decision 0035). Silent installation: docs/release.md.

!define WAIT_FOR_END_SECONDS 30
!define NAME_ZH "CA 用户工具"

!macro customHeader
  LangString shownName 2052 "${NAME_ZH}"
  LangString shownName 1033 "${PRODUCT_NAME}"
  # electron-builder has given the ASCII name, which stays the name of folders; people read this one.
  !pragma warning push
  !pragma warning disable 6029
  Name "$(shownName)"
  BrandingText "$(shownName) ${VERSION}"
  !pragma warning pop
  LangString programRuns 2052 "${NAME_ZH}正在运行。$\r$\n$\r$\n如果正在办理延期或修复，请先等它完成；然后关闭程序（右下角托盘图标也请退出），再点“重试”。证书不会受影响。"
  LangString programRuns 1033 "CertUserTool is running.$\r$\n$\r$\nIf a renewal or repair is under way, let it finish first. Then close the program, also its icon near the clock, and choose Retry. No certificate is affected."
  LangString windowsTooOld 2052 "${NAME_ZH}需要 Windows 10 或更高版本，这台电脑没有做任何改动。"
  LangString windowsTooOld 1033 "CertUserTool needs Windows 10 or later. Nothing was changed on this computer."
!macroend

!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(windowsTooOld)" /SD IDOK
    # ERROR_OLD_WIN_VERSION
    SetErrorLevel 1150
    Quit
  ${EndIf}
!macroend

# electron-builder's own would end the running program by force, in a silent installation even unasked. Ours asks, and
# leaves it to the person: the program may be writing to a USB key. Used by setup and by its uninstaller.
!macro customCheckAppRunning
  !insertmacro IS_POWERSHELL_AVAILABLE
  ${If} ${isUpdated}
    # The program has started this setup and is about to end by itself.
    StrCpy $R1 0
    ${Do}
      !insertmacro FIND_PROCESS "${APP_EXECUTABLE_FILENAME}" $R0
      ${If} $R0 != 0
        ${ExitDo}
      ${EndIf}
      Sleep 1000
      IntOp $R1 $R1 + 1
    ${LoopUntil} $R1 >= ${WAIT_FOR_END_SECONDS}
  ${EndIf}
  ${Do}
    !insertmacro FIND_PROCESS "${APP_EXECUTABLE_FILENAME}" $R0
    ${If} $R0 != 0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(programRuns)" /SD IDCANCEL IDCANCEL`
      # ERROR_SHARING_VIOLATION: what deploys silently can try again later.
      SetErrorLevel 32
      Quit
    ${EndIf}
  ${Loop}
!macroend
