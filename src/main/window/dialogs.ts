import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import { extname } from 'node:path'
import type { Language } from '../../shared/language.ts'
import { windowTexts } from './texts.ts'

/** Where a dialog is shown, and what it speaks. */
interface Place<Shows> {
  readonly dialog: Shows
  readonly window: BrowserWindow | undefined
  readonly language: Language
}

type Saving = Place<Pick<Dialog, 'showSaveDialog'>>
type Opening = Place<Pick<Dialog, 'showOpenDialog'>>
type Asking = Place<Pick<Dialog, 'showMessageBox'>>

/** The page cannot tell: the program behind it has not started. What was the matter is in the log. */
export function tellThatStartFailed(dialog: Pick<Dialog, 'showErrorBox'>, language: Language): void {
  const { title, text } = windowTexts[language].startFailed
  dialog.showErrorBox(title, text)
}

/** Asks where to save what this name suggests; nothing when the user cancels. */
export async function askForSavePath(
  { dialog, window, language }: Saving,
  suggestion: string,
): Promise<string | undefined> {
  const filter = filterOf(extname(suggestion), language)
  const options = { defaultPath: suggestion, ...(filter === undefined ? {} : { filters: [filter] }) }
  const { canceled, filePath } = await (window === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options))
  return canceled || filePath === '' ? undefined : filePath
}

function filterOf(extension: string, language: Language): FileFilter | undefined {
  const { kinds } = windowTexts[language]
  const names = new Map([
    ['.cer', kinds.certificate],
    ['.p7b', kinds.chain],
    ['.p7s', kinds.signature],
    ['.ics', kinds.calendar],
    ['.pdf', 'PDF'],
    ['.zip', kinds.diagnostics],
  ])
  const name = names.get(extension)
  return name === undefined ? undefined : { name, extensions: [extension.slice(1)] }
}

/** May the last try of this key's PIN be used? Enter and Escape say no. */
export async function askForFinalTry({ dialog, window, language }: Asking, cardNumber: string): Promise<boolean> {
  const { title, message, detail, refrain, proceed } = windowTexts[language].finalTry
  const options = {
    ...{ type: 'warning' as const, title, message: message(cardNumber), detail, buttons: [refrain, proceed] },
    ...{ defaultId: 0, cancelId: 0, noLink: true },
  }
  const { response } = await (window === undefined
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options))
  return response === 1
}

/** Asks for a driver module; nothing when the user cancels. */
export function askForModule(place: Opening): Promise<string | undefined> {
  return askForFile(place, { choose: 'module', kind: 'driver', extensions: ['dll', 'so', 'dylib'] })
}

/** Asks for a root certificate; nothing when the user cancels. */
export function askForRootCertificate(place: Opening): Promise<string | undefined> {
  return askForFile(place, { choose: 'root', kind: 'certificate', extensions: ['cer', 'crt', 'pem', 'der'] })
}

/** Asks for a file to sign or to check, or for its signature; nothing when the user cancels. */
export function askForFileToCheck(place: Opening, purpose: 'content' | 'signature'): Promise<string | undefined> {
  return purpose === 'content'
    ? askForFile(place, { choose: 'content', kind: 'all', extensions: ['*'] })
    : askForFile(place, { choose: 'signature', kind: 'signature', extensions: ['p7s', 'p7m', 'pem'] })
}

/** Asks for a signed driver table; nothing when the user cancels. */
export function askForDriverTable(place: Opening): Promise<string | undefined> {
  return askForFile(place, { choose: 'update', kind: 'update', extensions: ['json'] })
}

interface Wanted {
  readonly choose: keyof (typeof windowTexts)[Language]['choose']
  readonly kind: keyof (typeof windowTexts)[Language]['kinds']
  readonly extensions: string[]
}

async function askForFile(
  { dialog, window, language }: Opening,
  { choose, kind, extensions }: Wanted,
): Promise<string | undefined> {
  const texts = windowTexts[language]
  const all = { name: texts.kinds.all, extensions: ['*'] }
  const filters = kind === 'all' ? [all] : [{ name: texts.kinds[kind], extensions }, all]
  const options = { title: texts.choose[choose], properties: ['openFile' as const], filters }
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options))
  return canceled ? undefined : filePaths[0]
}
