import type { BrowserWindow as BrowserWindowClass, BrowserWindowConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { printPdf } from './print-pdf.ts'

/** A window that notes what is done with it. */
function fakeWindow(print: () => Promise<Buffer>) {
  const seen: { options?: BrowserWindowConstructorOptions; url?: string; isDestroyed: boolean } = { isDestroyed: false }
  class FakeWindow {
    readonly webContents = { printToPDF: print }
    constructor(options: BrowserWindowConstructorOptions) {
      seen.options = options
    }
    loadURL(url: string) {
      seen.url = url
      return Promise.resolve()
    }
    destroy() {
      seen.isDestroyed = true
    }
  }
  return { seen, FakeWindow: FakeWindow as unknown as new (options: object) => BrowserWindowClass }
}

it('prints in a hidden window that can do nothing, and that is gone afterwards', async () => {
  const { seen, FakeWindow } = fakeWindow(() => Promise.resolve(Buffer.from('%PDF-')))
  expect(Buffer.from(await printPdf(FakeWindow, '<p>回执</p>')).toString()).toBe('%PDF-')
  expect(seen.options).toEqual({
    show: false,
    webPreferences: { javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  const [, base64 = ''] = (seen.url ?? '').split('data:text/html;charset=utf-8;base64,')
  expect(Buffer.from(base64, 'base64').toString('utf8')).toBe('<p>回执</p>')
  expect(seen.isDestroyed).toBe(true)
})

it('leaves no window behind when printing fails', async () => {
  const { seen, FakeWindow } = fakeWindow(() => Promise.reject(new Error('no printer')))
  await expect(printPdf(FakeWindow, '')).rejects.toThrow('no printer')
  expect(seen.isDestroyed).toBe(true)
})
