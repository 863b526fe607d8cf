import type { BrowserWindow, Dialog } from 'electron'

/** Asks where to save a certificate; nothing when the user cancels. */
export async function askForSavePath(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | undefined,
  suggestion: string,
): Promise<string | undefined> {
  const options = { defaultPath: suggestion, filters: [{ name: '证书', extensions: ['cer'] }] }
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return canceled || filePath === '' ? undefined : filePath
}

/** Asks for a PKCS#11 module; nothing when the user cancels. */
export async function askForModule(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  window: BrowserWindow | undefined,
): Promise<string | undefined> {
  const options = {
    title: '选择 USB Key 驱动（PKCS#11 模块）',
    properties: ['openFile' as const],
    filters: [
      { name: '驱动', extensions: ['dll', 'so', 'dylib'] },
      { name: '所有文件', extensions: ['*'] },
    ],
  }
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? undefined : filePaths[0]
}
