import { existsSync, readFileSync } from 'node:fs'
import { strict } from '../strict.ts'

/** An image as far as the desktop parts need one here: nothing is ever drawn with it. */
export class HostNativeImage {
  private readonly png: Buffer

  constructor(png: Buffer) {
    this.png = png
  }

  isEmpty(): boolean {
    return this.png.length === 0
  }

  toPNG(): Buffer {
    return Buffer.from(this.png)
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.png.toString('base64')}`
  }

  resize(): Electron.NativeImage {
    return createImage(this.png)
  }

  setTemplateImage(): void {
    // Only macOS knows template images.
  }
}

function createImage(png: Buffer): Electron.NativeImage {
  // A part of the real interface; strict() makes the missing rest throw, and conformance.ts holds the part.
  return strict('NativeImage', new HostNativeImage(png)) as unknown as Electron.NativeImage
}

/** The `nativeImage` module. */
export const nativeImage = strict('nativeImage', {
  createEmpty: (): Electron.NativeImage => createImage(Buffer.alloc(0)),
  /** As in Electron, a file that is not there gives an empty image. */
  createFromPath: (path: string): Electron.NativeImage =>
    createImage(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (buffer: Buffer): Electron.NativeImage => createImage(buffer),
  createFromDataURL: (url: string): Electron.NativeImage =>
    createImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
})
