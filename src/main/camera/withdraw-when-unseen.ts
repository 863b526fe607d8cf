import type { BrowserWindow } from 'electron'
import type { CameraLease } from './camera-lease.ts'

/** A page that nobody sees, that is another one, or that is gone sees nothing through a camera either. */
export function withdrawWhenUnseen(window: Pick<BrowserWindow, 'on' | 'webContents'>, lease: CameraLease): void {
  const withdraw = () => lease.withdraw()
  window.on('hide', withdraw)
  window.on('minimize', withdraw)
  window.on('closed', withdraw)
  // Also when the same page is loaded anew.
  window.webContents.on('did-navigate', withdraw)
  window.webContents.on('render-process-gone', withdraw)
}
