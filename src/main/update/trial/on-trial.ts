import type { App, Dialog } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../../shared/language.ts'
import type { Installer } from '../ports.ts'

interface TrialFrame {
  readonly app: Pick<App, 'getPath' | 'getVersion' | 'exit'>
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox'>
  readonly language: () => Language
  /** Read only when a version is gone back from. */
  readonly installer: () => Promise<Installer | undefined>
}

/**
 * Starts at once, unless this version is new here: then its starts are counted, and after two that failed its user may go
 * back, before anything else of it is run. What `start` is given is called when the program runs.
 */
export function onTrial({ app, dialog, language, installer }: TrialFrame, start: (runs: () => void) => void): void {
  const path = join(app.getPath('userData'), 'update', 'start.json')
  // Nearly every start: nothing is read for it.
  if (!existsSync(path)) {
    start(() => undefined)
    return
  }
  void import('./trial-dialog.ts')
    .then(({ holdTrial }) => holdTrial({ path, version: app.getVersion(), dialog, language: language(), installer }))
    .then(({ verdict, runs }) => (verdict === 'gone-back' ? app.exit(0) : start(runs)))
}
