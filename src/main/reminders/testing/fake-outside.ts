import type { LoginItem, Notice, Outside, ReminderAction, TrayChoice, TrayView } from '../ports.ts'

export interface Shown {
  readonly notice: Notice
  readonly act: (action: ReminderAction) => void
}

export interface FakeOutside extends Outside {
  readonly shown: readonly Shown[]
  readonly done: readonly string[]
  readonly trayView: () => TrayView | undefined
  readonly choose: (choice: TrayChoice) => void
  readonly wake: () => void
}

/** For tests: a desktop that notes what is shown on it. */
export function createFakeOutside({
  show = () => Promise.resolve(true),
}: { readonly show?: () => Promise<boolean> } = {}) {
  const shown: Shown[] = []
  const done: string[] = []
  let isOn = false
  let tray: { view: TrayView; choose: (choice: TrayChoice) => void } | undefined
  let wake = () => undefined as unknown
  const loginItem: LoginItem = {
    state: () => (isOn ? 'on' : 'off'),
    change: (next) => {
      isOn = next
      return Promise.resolve()
    },
  }
  const outside: FakeOutside = {
    shown,
    done,
    loginItem,
    notifier: {
      show: (notice, act) => {
        shown.push({ notice, act })
        return show()
      },
    },
    tray: {
      show: (view, choose) => {
        tray = { view, choose }
      },
      remove: () => {
        tray = undefined
      },
    },
    showWindow: () => void done.push('window'),
    leave: () => void done.push('leave'),
    onWake: (listener) => {
      wake = listener
    },
    trayView: () => tray?.view,
    choose: (choice) => tray?.choose(choice),
    wake: () => void wake(),
  }
  return outside
}
