import type { PowerSaveBlocker } from 'electron'

/** Keeps the computer from going to sleep as long as it is told to. */
export function createKeepAwake(blocker: Pick<PowerSaveBlocker, 'start' | 'stop'>): (isNeeded: boolean) => void {
  let id: number | undefined
  return (isNeeded) => {
    if (isNeeded) id ??= blocker.start('prevent-app-suspension')
    else if (id !== undefined) {
      blocker.stop(id)
      id = undefined
    }
  }
}
