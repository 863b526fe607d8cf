import { HostEmitter } from '../host-emitter.ts'
import { notice } from '../notice.ts'
import { strictClass } from '../strict.ts'
import type { HostMenu } from './menu.ts'

/** A `Tray` icon that nobody sees. A test emits 'click' itself. */
export class HostTray extends HostEmitter {
  private destroyed = false

  constructor(image: Electron.NativeImage | string) {
    super('Tray', ['click', 'right-click', 'double-click', 'balloon-click'])
    notice('new Tray', typeof image === 'string' ? image : '')
  }

  setToolTip(text: string): void {
    notice('Tray.setToolTip', text)
  }

  setTitle(title: string): void {
    notice('Tray.setTitle', title)
  }

  setImage(image: Electron.NativeImage | string): void {
    notice('Tray.setImage', typeof image === 'string' ? image : '')
  }

  setContextMenu(menu: HostMenu | null): void {
    notice('Tray.setContextMenu', menu?.items.map((item) => item.label) ?? [])
  }

  popUpContextMenu(): void {
    notice('Tray.popUpContextMenu')
  }

  destroy(): void {
    this.destroyed = true
  }

  isDestroyed(): boolean {
    return this.destroyed
  }
}

export const Tray = strictClass('Tray', HostTray)
