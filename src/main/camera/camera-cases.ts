import type { Output } from '../../shared/ipc/contract.ts'
import type { CameraLease } from './camera-lease.ts'
import type { SystemCamera } from './system-camera.ts'

/** What the page says of the camera that 拍照 shows. */
export interface CameraCases {
  /** The user has pressed 拍照, or has chosen another camera. */
  open(): Promise<Output<'camera:open'>>
  close(): Output<'camera:close'>
}

export interface CameraHost {
  /** Left out, there is no camera. */
  readonly camera?: CameraCases
}

interface CameraParts {
  readonly lease: CameraLease
  readonly system: SystemCamera
}

export function createCameraCases({ lease, system }: CameraParts): CameraCases {
  return {
    open: async () => {
      const grant = lease.prepare()
      const isAllowed = (await system.isAllowed()) && grant()
      return { isAllowed, system: system.name }
    },
    close: () => {
      lease.giveBack()
      return { isClosed: true }
    },
  }
}

/** Where there is no window, nobody sees through a camera. */
export const noCamera: CameraCases = {
  open: () => Promise.resolve({ isAllowed: false, system: 'linux' }),
  close: () => ({ isClosed: true }),
}
