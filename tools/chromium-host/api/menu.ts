import { HostEmitter } from '../host-emitter.ts'
import { notice } from '../notice.ts'
import { notSupported, strict, strictClass } from '../strict.ts'
import { app } from './app.ts'
import { focusedWindow } from './window-registry.ts'

/** What choosing a role does here; the roles of editing need no menu, the others are not known to the host. */
const ROLE_ACTIONS: Readonly<Partial<Record<NonNullable<Electron.MenuItemConstructorOptions['role']>, () => void>>> = {
  quit: () => app.quit(),
  close: () => focusedWindow()?.close(),
  minimize: () => focusedWindow()?.minimize(),
}

/** One entry of a menu. It is never shown; `click()` does what choosing it would do. */
export class HostMenuItem {
  readonly id: string
  label: string
  readonly type: NonNullable<Electron.MenuItemConstructorOptions['type']>
  readonly role: Electron.MenuItemConstructorOptions['role']
  readonly accelerator: Electron.Accelerator | null
  readonly submenu: HostMenu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly onClick: Electron.MenuItemConstructorOptions['click']

  constructor(options: Electron.MenuItemConstructorOptions) {
    this.id = options.id ?? ''
    this.label = options.label ?? options.role ?? ''
    this.type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu')
    this.role = options.role
    this.accelerator = options.accelerator ?? null
    this.submenu = Array.isArray(options.submenu) ? HostMenu.buildFromTemplate(options.submenu) : undefined
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.onClick = options.click
    if (options.submenu !== undefined && !this.submenu) throw notSupported('a Menu object as a submenu')
  }

  click(): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    const self = strict('MenuItem', this) as unknown as Electron.MenuItem
    if (this.onClick) this.onClick(self, focusedWindow() ?? undefined, {})
    else if (this.role !== undefined) ROLE_ACTIONS[this.role]?.()
  }
}

let applicationMenu: HostMenu | null = null

/** A `Menu` that is kept and never drawn: neither a menu bar nor accelerators exist here. */
export class HostMenu extends HostEmitter {
  readonly items: HostMenuItem[] = []

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close'])
  }

  static buildFromTemplate(template: readonly Electron.MenuItemConstructorOptions[]): HostMenu {
    const menu = strict('Menu', new HostMenu())
    for (const options of template) menu.items.push(strict('MenuItem', new HostMenuItem(options)))
    return menu
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): HostMenu | null {
    return applicationMenu
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  popup(): void {
    notice(
      'Menu.popup',
      this.items.map((item) => item.label),
    )
  }
}

export const Menu = strictClass('Menu', HostMenu)
