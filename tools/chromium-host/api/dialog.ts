import { resolve } from 'node:path'
import { notice } from '../notice.ts'
import { state } from '../state.ts'
import { strict } from '../strict.ts'
import { focusedWindow, shownPages } from './window-registry.ts'

type DialogArguments<Options> = [options: Options] | [parent: Electron.BrowserWindow, options: Options]

interface Asked<Options> {
  readonly parent: Electron.BrowserWindow | null
  readonly options: Options
}

function readArguments<Options>(args: DialogArguments<Options>): Asked<Options> {
  return args.length === 1 ? { parent: focusedWindow(), options: args[0] } : { parent: args[0], options: args[1] }
}

/**
 * There are no native dialogs over the DevTools protocol. A person is asked with the page's own prompt(); a headless
 * run, where a test replaces the dialog function, answers null: cancelled.
 */
async function askInPage(parent: Electron.BrowserWindow | null, text: string, value: string): Promise<string | null> {
  const page = parent === null ? undefined : shownPages.get(parent.webContents)
  if (!page || state.headless) return null
  const { result } = await page.session.send('Runtime.evaluate', {
    expression: `prompt(${JSON.stringify(text)}, ${JSON.stringify(value)})`,
    returnByValue: true,
    userGesture: true,
  })
  return typeof result.value === 'string' ? result.value : null
}

/** prompt() has one line of input, so the buttons are numbered. */
function messageBoxText({ message, detail, buttons = ['OK'] }: Electron.MessageBoxOptions): string {
  return [message, detail ?? '', ...buttons.map((button, at) => `${at + 1}: ${button}`)].join('\n')
}

/** The `dialog` module. */
export const dialog = strict('dialog', {
  async showOpenDialog(...args: DialogArguments<Electron.OpenDialogOptions>): Promise<Electron.OpenDialogReturnValue> {
    const { parent, options } = readArguments(args)
    notice('dialog.showOpenDialog', options)
    const path = await askInPage(parent, options.title ?? '打开文件 / Open file', options.defaultPath ?? '')
    return path === null || path === ''
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [resolve(path)] }
  },

  async showSaveDialog(...args: DialogArguments<Electron.SaveDialogOptions>): Promise<Electron.SaveDialogReturnValue> {
    const { parent, options } = readArguments(args)
    notice('dialog.showSaveDialog', options)
    const path = await askInPage(parent, options.title ?? '保存为 / Save as', options.defaultPath ?? '')
    return path === null || path === ''
      ? { canceled: true, filePath: '' }
      : { canceled: false, filePath: resolve(path) }
  },

  /** Headless, the answer is the default button: the one that Enter would press. */
  async showMessageBox(...args: DialogArguments<Electron.MessageBoxOptions>): Promise<Electron.MessageBoxReturnValue> {
    const { parent, options } = readArguments(args)
    notice('dialog.showMessageBox', options)
    const preset = options.defaultId ?? 0
    if (state.headless || parent === null)
      return { response: preset, checkboxChecked: options.checkboxChecked ?? false }
    const chosen = Number(await askInPage(parent, messageBoxText(options), String(preset + 1))) - 1
    const isButton = Number.isInteger(chosen) && chosen >= 0 && chosen < (options.buttons ?? ['OK']).length
    return { response: isButton ? chosen : (options.cancelId ?? 0), checkboxChecked: options.checkboxChecked ?? false }
  },

  /** On stderr in headless runs too: an app shows this when it cannot go on. */
  showErrorBox(title: string, content: string): void {
    console.error(`[chromium-host] dialog.showErrorBox: ${title}\n${content}`)
  },
})
