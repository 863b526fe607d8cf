import type { BrowserWindow as BrowserWindowClass } from 'electron'

type NewWindow = new (options: Electron.BrowserWindowConstructorOptions) => BrowserWindowClass

/**
 * Prints a page (HTML, without scripts) as PDF on A4, in a hidden window that may do nothing at all and lives no longer
 * than that.
 */
export async function printPdf(BrowserWindow: NewWindow, page: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(page, 'utf8').toString('base64')}`)
    return new Uint8Array(await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true }))
  } finally {
    window.destroy()
  }
}
