import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../app-error.ts'
import type { Installer } from '../ports.ts'
import { replaceFile } from './replace-file.ts'

interface AppImageParts {
  /** Where the running one is: $APPIMAGE. */
  readonly appImage: string
  /** Starts it when this program has ended. */
  readonly relaunch: () => void
}

/**
 * An AppImage is one file. Not by electron-updater: that removes the running file before the new one is in its place
 * (decision 0037).
 */
export function createAppImageInstaller({ appImage, relaunch }: AppImageParts): Installer {
  return {
    prepare: async (file) => {
      try {
        await access(dirname(appImage), constants.W_OK)
      } catch (cause) {
        throw new AppError('update.installFailed', { cause })
      }
      return {
        install: async () => {
          await replaceFile(file, appImage)
          relaunch()
        },
      }
    },
  }
}
