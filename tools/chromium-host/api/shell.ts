import { notice } from '../notice.ts'
import { strict } from '../strict.ts'

/** The `shell` module: it names what Electron would have opened, and opens nothing. */
export const shell = strict('shell', {
  openExternal(url: string): Promise<void> {
    notice('shell.openExternal', url)
    return Promise.resolve()
  },
  openPath(path: string): Promise<string> {
    notice('shell.openPath', path)
    return Promise.resolve('')
  },
  showItemInFolder(path: string): void {
    notice('shell.showItemInFolder', path)
  },
  beep(): void {
    notice('shell.beep')
  },
})
