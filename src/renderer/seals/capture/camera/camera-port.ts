import { takePicture } from './take-picture.ts'

/** A camera to choose; without a name where the browser does not tell it. */
export interface CameraChoice {
  readonly id: string
  readonly name: string
}

/** What is used of the browser's cameras. */
export interface CameraPort {
  /** Rejects with a DOMException whose name says why. */
  readonly open: (deviceId: string | undefined) => Promise<MediaStream>
  readonly list: () => Promise<readonly CameraChoice[]>
  /** What the camera sees, as large as it can: a JPEG of the camera's, or a PNG of what `video` shows. */
  readonly take: (stream: MediaStream, video: HTMLVideoElement) => Promise<Blob>
}

/** Large enough for the strokes of a seal; a camera gives the nearest that it has. */
const wanted = { width: { ideal: 2560 }, height: { ideal: 1440 } } as const

export const browserCamera: CameraPort = {
  open: (deviceId) =>
    navigator.mediaDevices.getUserMedia({
      audio: false,
      // The one that looks at the table, where a tablet has two.
      video: {
        ...wanted,
        ...(deviceId === undefined ? { facingMode: 'environment' } : { deviceId: { exact: deviceId } }),
      },
    }),
  list: async () => {
    const devices = await navigator.mediaDevices.enumerateDevices()
    return devices
      .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
  },
  take: takePicture,
}
