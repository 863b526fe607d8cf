import type { Menu as MenuClass, MenuItemConstructorOptions, NativeImage, Tray as TrayClass } from 'electron'
import type { TrayChoice, TrayIcon, TrayView } from '../ports.ts'

interface TrayParts {
  readonly Tray: new (image: NativeImage) => TrayClass
  readonly Menu: { buildFromTemplate(template: MenuItemConstructorOptions[]): MenuClass }
  readonly image: () => NativeImage
  /** A desktop without a tray refuses: told once, and the program goes on without. */
  readonly notShown: (error: unknown) => void
}

/** The icon beside the clock. It is made when there is something to say, and once. */
export function createElectronTray({ Tray, Menu, image, notShown }: TrayParts): TrayIcon {
  let tray: TrayClass | undefined
  let isRefused = false
  const make = (choose: (choice: TrayChoice) => void): TrayClass => {
    const made = new Tray(image())
    // On Linux and macOS a click opens the menu.
    if (process.platform === 'win32') made.on('click', () => choose('open'))
    return made
  }
  return {
    show: (view, choose) => {
      if (isRefused) return
      try {
        tray ??= make(choose)
        tray.setToolTip(view.tooltip)
        tray.setContextMenu(Menu.buildFromTemplate(view.items.map((item) => entryOf(item, choose))))
      } catch (error) {
        isRefused = true
        notShown(error)
      }
    },
    remove: () => {
      tray?.destroy()
      tray = undefined
    },
  }
}

function entryOf(
  { text, choice }: TrayView['items'][number],
  choose: (choice: TrayChoice) => void,
): MenuItemConstructorOptions {
  // In menus of Windows and Linux a single & marks the key of an entry.
  const label = text.replaceAll('&', '&&')
  return choice === undefined ? { label, enabled: false } : { label, click: () => choose(choice) }
}
