import type { Dialog } from 'electron'
import type { Language } from '../../../shared/language.ts'
import type { Installer } from '../ports.ts'
import { updateTexts } from '../texts.ts'
import { passTrial, tryNewVersion } from './new-version.ts'

interface TrialDialog {
  readonly path: string
  readonly version: string
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox'>
  readonly language: Language
  readonly installer: () => Promise<Installer | undefined>
}

interface Held {
  readonly verdict: 'start' | 'gone-back'
  readonly runs: () => void
}

/** The trial with the system's own dialogs: the page of a version that does not start cannot ask. Never rejects. */
export async function holdTrial({ path, version, dialog, language, installer }: TrialDialog): Promise<Held> {
  const texts = updateTexts[language]
  const ask = async (previous: string): Promise<'go-back' | 'try-again'> => {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: texts.title,
      message: texts.didNotStart(version),
      detail: texts.mayGoBack(previous),
      buttons: [texts.goBack(previous), texts.tryAgain],
      ...{ defaultId: 0, cancelId: 1, noLink: true },
    })
    return response === 0 ? 'go-back' : 'try-again'
  }
  const runs = () => void passTrial(path, version).catch(() => undefined)
  try {
    const tellThatItFailed = () => dialog.showErrorBox(texts.title, texts.couldNotGoBack)
    const parts = { path, version, installer: await installer(), ask, tellThatItFailed }
    return { verdict: await tryNewVersion(parts), runs }
  } catch {
    // A disk that cannot be written to counts no starts; the program starts all the same.
    return { verdict: 'start', runs }
  }
}
