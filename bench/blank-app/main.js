// A window with nothing in it: what the host itself takes to show a page.
import { app, BrowserWindow, protocol } from 'electron'

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
void app.whenReady().then(() => {
  protocol.handle('app', () => new globalThis.Response('<!doctype html><p id="blank">blank</p>', { headers: html }))
  const window = new BrowserWindow({ webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadURL('app://bundle/index.html')
})
app.on('window-all-closed', () => app.quit())

const html = { 'content-type': 'text/html; charset=utf-8' }
