import type { Outside } from './ports.ts'

/** Where nothing can be shown outside a window: no notice, no tray, no start at login. */
export const quietOutside: Outside = {
  notifier: { show: () => Promise.resolve(false) },
  tray: { show: () => undefined, remove: () => undefined },
  loginItem: { state: () => 'unavailable', change: () => Promise.reject(new Error('there is no login item')) },
  showWindow: () => undefined,
  onWake: () => undefined,
  leave: () => undefined,
}
