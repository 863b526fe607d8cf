import type { App } from 'electron'
import type { Closing } from './closing.ts'

interface Ending {
  /** What has to be closed first; it may still be starting. */
  readonly program: Promise<{ readonly close: () => Promise<void> }>
  readonly closing: Closing
  /** Lets the program start that still waits for its page: what never starts could never be closed. */
  readonly hurry: () => void
  /** Everything is closed. */
  readonly closed: () => void
}

/** Tokens are logged out and children ended before the program is gone. */
export function closeBeforeQuit(app: Pick<App, 'on' | 'quit'>, { program, closing, hurry, closed }: Ending): void {
  let isClosed = false
  const end = () => {
    isClosed = true
    closed()
    app.quit()
  }
  app.on('before-quit', (event) => {
    if (isClosed) return
    closing.ask(event)
    if (event.defaultPrevented) return
    event.preventDefault()
    hurry()
    // A program that did not start, or does not close, has been told of where that happened.
    void program.then((running) => running.close()).then(end, end)
  })
}
