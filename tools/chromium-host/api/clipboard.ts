import { strict } from '../strict.ts'

let text = ''

/** The `clipboard` module: a clipboard of the app's own, so that tests do not touch the desktop's. */
export const clipboard = strict('clipboard', {
  readText: (): Promise<string> => Promise.resolve(text),
  writeText(written: string): Promise<void> {
    text = written
    return Promise.resolve()
  },
  clear(): void {
    text = ''
  },
})
