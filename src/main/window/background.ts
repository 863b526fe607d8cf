/** Keeps the program in the tray when its window is closed, where the user wants that. */
export interface Background {
  /** For a window's `close`, after everybody else was asked: hides the window instead, unless the program ends. */
  ask(event: { preventDefault(): void; readonly defaultPrevented: boolean }, hide: () => void): void
  /** The program ends now: its windows are to close. */
  end(): void
}

export function createBackground(stays: () => boolean): Background {
  let isEnding = false
  return {
    ask: (event, hide) => {
      // Somebody has held it up already, and asks the user in this very window.
      if (event.defaultPrevented || isEnding || !stays()) return
      event.preventDefault()
      hide()
    },
    end: () => {
      isEnding = true
    },
  }
}
