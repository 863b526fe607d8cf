import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { photograph, type Scene } from './drawn-seals/photo.ts'

/** A file that Chromium shows as what its camera sees. */
export interface CameraFilm {
  readonly path: string
  remove(): void
}

/** One picture of 1280×960, shown for ever: MJPEG is one JPEG after another. */
export async function createCameraFilm(scene: Scene): Promise<CameraFilm> {
  const folder = mkdtempSync(join(tmpdir(), 'camera-film-'))
  const path = join(folder, 'camera.mjpeg')
  const picture = await photograph({ ...scene, view: { width: 80, height: 60 }, perMm: 16 })
  writeFileSync(path, picture.toBuffer('image/jpeg', 92))
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The command line that gives Chromium cameras of its own, which show this film or a test picture. */
export const cameraSwitches = {
  none: ['--use-fake-device-for-media-stream=device-count=0'],
  two: ['--use-fake-device-for-media-stream=device-count=2'],
  film: (path: string) => ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${path}`],
}
