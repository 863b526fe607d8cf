import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import { extname } from 'node:path'

const filters: Readonly<Record<string, FileFilter>> = {
  '.cer': { name: '证书', extensions: ['cer'] },
  '.p7b': { name: '证书链', extensions: ['p7b'] },
  '.p7s': { name: '签名', extensions: ['p7s'] },
  '.ics': { name: '日历', extensions: ['ics'] },
  '.pdf': { name: 'PDF', extensions: ['pdf'] },
  '.zip': { name: '诊断包', extensions: ['zip'] },
}

/** The page cannot tell: the program behind it has not started. What was the matter is in the log. */
export function tellThatStartFailed(dialog: Pick<Dialog, 'showErrorBox'>): void {
  dialog.showErrorBox(
    'CA 用户工具没有启动成功',
    '程序在启动时出错，证书和 USB Key 不受影响。请重新打开；仍打不开时请重新安装，或把日志文件 main.log 交给技术支持。',
  )
}

/** Asks where to save what this name suggests; nothing when the user cancels. */
export async function askForSavePath(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  window: BrowserWindow | undefined,
  suggestion: string,
): Promise<string | undefined> {
  const filter = filters[extname(suggestion)]
  const options = { defaultPath: suggestion, ...(filter === undefined ? {} : { filters: [filter] }) }
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return canceled || filePath === '' ? undefined : filePath
}

/** Asks for a PKCS#11 module; nothing when the user cancels. */
export function askForModule(dialog: OpenDialog, window: BrowserWindow | undefined): Promise<string | undefined> {
  return askForFile(dialog, window, '选择 USB Key 驱动（PKCS#11 模块）', {
    name: '驱动',
    extensions: ['dll', 'so', 'dylib'],
  })
}

/** Asks for a root certificate; nothing when the user cancels. */
export function askForRootCertificate(
  dialog: OpenDialog,
  window: BrowserWindow | undefined,
): Promise<string | undefined> {
  return askForFile(dialog, window, '选择根证书文件', { name: '证书', extensions: ['cer', 'crt', 'pem', 'der'] })
}

/** Asks for a file to sign or to check, or for its signature; nothing when the user cancels. */
export function askForFileToCheck(
  dialog: OpenDialog,
  window: BrowserWindow | undefined,
  purpose: 'content' | 'signature',
): Promise<string | undefined> {
  return purpose === 'content'
    ? askForFile(dialog, window, '选择文件', { name: '所有文件', extensions: ['*'] })
    : askForFile(dialog, window, '选择签名文件', { name: '签名', extensions: ['p7s', 'p7m', 'pem'] })
}

/** Asks for a signed driver table; nothing when the user cancels. */
export function askForDriverTable(dialog: OpenDialog, window: BrowserWindow | undefined): Promise<string | undefined> {
  return askForFile(dialog, window, '选择更新文件', { name: '更新文件', extensions: ['json'] })
}

type OpenDialog = Pick<Dialog, 'showOpenDialog'>

async function askForFile(
  dialog: OpenDialog,
  window: BrowserWindow | undefined,
  title: string,
  filter: FileFilter,
): Promise<string | undefined> {
  const all = { name: '所有文件', extensions: ['*'] }
  const filters = filter.extensions.includes('*') ? [all] : [filter, all]
  const options = { title, properties: ['openFile' as const], filters }
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? undefined : filePaths[0]
}
