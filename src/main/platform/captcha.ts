import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { AppError } from '../app-error.ts'

/** A picture to read characters from; good for one try. */
export interface LoginCaptcha {
  readonly id: string
  /** A checked PNG. */
  readonly image: Uint8Array
  /** ISO 8601 in UTC. */
  readonly expiresAt: string
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const header = Buffer.from('0000000d49484452', 'hex')
const mostPixels = { width: 1000, height: 500 } as const

/** Code platform.offContract: what came is no picture, or one that could not be a captcha. */
export function readCaptcha({ id, image, expiresAt }: PlatformAnswer<'createCaptcha'>): LoginCaptcha {
  const bytes = Buffer.from(image, 'base64')
  if (!isSmallPng(bytes))
    throw new AppError('platform.offContract', { details: { outcome: 'unknown', paths: '/image' } })
  return { id, image: new Uint8Array(bytes), expiresAt: new Date(expiresAt).toISOString() }
}

/** By signature and header only: Chromium decodes the rest in its sandbox, and the contract bounds the octets. */
function isSmallPng(bytes: Buffer): boolean {
  if (bytes.length < 24) return false
  if (!bytes.subarray(0, 8).equals(signature) || !bytes.subarray(8, 16).equals(header)) return false
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return width > 0 && height > 0 && width <= mostPixels.width && height <= mostPixels.height
}
