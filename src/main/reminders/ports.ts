/** What reminders need outside the window. */

export type ReminderAction = 'renew' | 'snooze'

export interface Notice {
  readonly title: string
  readonly body: string
  readonly actions: readonly { readonly name: ReminderAction; readonly text: string }[]
  /** Stays until it is answered, where the system lets it. */
  readonly isUrgent: boolean
}

export interface Notifier {
  /**
   * Shows a notice; a click on the notice itself is taken for its first action. Answers with whether it was shown; never,
   * where the system does not tell.
   */
  show(notice: Notice, act: (action: ReminderAction) => void): Promise<boolean>
}

export type TrayChoice = 'open' | 'renew' | 'quit'

export interface TrayView {
  readonly tooltip: string
  /** An item without a choice only tells. */
  readonly items: readonly { readonly text: string; readonly choice?: TrayChoice }[]
}

export interface TrayIcon {
  show(view: TrayView, choose: (choice: TrayChoice) => void): void
  remove(): void
}

/** Whether the system starts the program when the user logs in. */
export interface LoginItem {
  state(): 'on' | 'off' | 'unavailable'
  /** Rejects where the system does not take it. */
  change(isOn: boolean): Promise<void>
}

export interface Outside {
  readonly notifier: Notifier
  readonly tray: TrayIcon
  readonly loginItem: LoginItem
  readonly showWindow: () => void
  /** Told when the computer has woken up, or somebody is back at it. */
  readonly onWake: (listener: () => void) => void
  /** Ends the program, unless a token is being written to: then the page asks. */
  readonly leave: () => void
}

export interface ReminderClock {
  /** The platform's time where it is known. */
  readonly now: () => Date
  /** IANA name; left out, this computer's. */
  readonly timeZone?: () => string
  /** Runs it once, in so many ms, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void
}
