/** What decides whether the program may end now. */
export interface Closing {
  /** For a window's `close` and the program's `before-quit`: holds it up while a token is being written to. */
  ask(event: { preventDefault(): void }): void
  /** The user has been told, and wants to end the program all the same. */
  allow(): void
}

interface ClosingParts {
  /** The renewal whose token is being worked with right now. */
  readonly writing: () => string | undefined
  /** Tells the page, which asks the user. */
  readonly tell: (renewalId: string) => void
}

/** Nothing is lost when the program is killed; but nobody shall end it in the middle without knowing. */
export function createClosing({ writing, tell }: ClosingParts): Closing {
  let isAllowed = false
  return {
    ask: (event) => {
      const renewalId = writing()
      if (isAllowed || renewalId === undefined) return
      event.preventDefault()
      tell(renewalId)
    },
    allow: () => {
      isAllowed = true
    },
  }
}
