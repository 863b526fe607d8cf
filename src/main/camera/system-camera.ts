import type { SystemPreferences } from 'electron'
import type { CameraSystem } from '../../shared/ipc/models-camera.ts'

/** What the system says of cameras, before the page asks Chromium for one. */
export interface SystemCamera {
  /** Whose settings a refusal is looked up in. */
  readonly name: CameraSystem
  /** Does the system let this program use cameras? macOS asks the user, the first time. */
  readonly isAllowed: () => Promise<boolean>
}

type Preferences = Pick<SystemPreferences, 'getMediaAccessStatus' | 'askForMediaAccess'>

/**
 * Windows and macOS have a setting for it, Linux has none that Electron knows of.
 * @param preferences read only where the system has them
 */
export function createSystemCamera(platform: NodeJS.Platform, preferences: Preferences): SystemCamera {
  const status = () => preferences.getMediaAccessStatus('camera')
  const askOnce = async () => {
    const found = status()
    return found === 'not-determined' ? preferences.askForMediaAccess('camera') : !isRefusal(found)
  }
  if (platform === 'darwin') return { name: 'macos', isAllowed: askOnce }
  if (platform === 'win32') return { name: 'windows', isAllowed: () => Promise.resolve(!isRefusal(status())) }
  return { name: 'linux', isAllowed: () => Promise.resolve(true) }
}

/** What the system does not know of is left to Chromium to find out. */
function isRefusal(status: ReturnType<Preferences['getMediaAccessStatus']>): boolean {
  return status === 'denied' || status === 'restricted'
}
