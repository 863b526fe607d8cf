import { call } from '../../../desktop.ts'
import type { CameraLender } from './camera-store.ts'

/** Main, which lends the page a camera for a minute. */
export const mainLender: CameraLender = {
  open: () => call('camera:open', {}),
  // What is not given back ends by itself, in main.
  close: () => void call('camera:close', {}).catch(() => undefined),
}
