import { HostEmitter } from '../host-emitter.ts'
import { strict } from '../strict.ts'

type Display = Pick<Electron.Display, 'id' | 'bounds' | 'workArea' | 'workAreaSize' | 'size' | 'scaleFactor'>

const SIZE = { width: 1280, height: 900 }
const ONLY_DISPLAY: Display = {
  id: 1,
  bounds: { x: 0, y: 0, ...SIZE },
  workArea: { x: 0, y: 0, ...SIZE },
  workAreaSize: SIZE,
  size: SIZE,
  scaleFactor: 1,
}

/** The `screen` module: one display of a fixed size, whatever is really there. */
export class HostScreen extends HostEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed'])
  }

  getPrimaryDisplay(): Display {
    return strict('Display', { ...ONLY_DISPLAY })
  }

  getAllDisplays(): Display[] {
    return [this.getPrimaryDisplay()]
  }

  getDisplayMatching(): Display {
    return this.getPrimaryDisplay()
  }

  getDisplayNearestPoint(): Display {
    return this.getPrimaryDisplay()
  }
}

export const screen = strict('screen', new HostScreen())
