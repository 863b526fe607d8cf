import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

import { SoftTokenError } from './soft-token-error.ts'

/** Bytes are base64, ids lower-case hex. */
export type SoftObject =
  | { readonly kind: 'certificate'; readonly id: string; readonly label: string; readonly value: string }
  | { readonly kind: 'publicKey'; readonly id: string; readonly label: string; readonly spki: string }
  | SoftPrivateKey

export interface SoftPrivateKey {
  readonly kind: 'privateKey'
  readonly id: string
  readonly label: string
  readonly pkcs8: string
  /** May it unwrap another key? Not when left out. */
  readonly unwraps?: boolean
}

/** A soft token, whole. Its PIN and keys stand in the clear: it is for demonstrations and tests, and protects nothing. */
export interface SoftToken {
  readonly serialNumber: string
  readonly label: string
  readonly manufacturer: string
  readonly model: string
  readonly pin: string
  readonly wrongPins: number
  /** Resets the PIN. */
  readonly securityOfficerPin: string
  readonly wrongSecurityOfficerPins: number
  readonly capacityBytes: number
  readonly objects: readonly SoftObject[]
}

export type SoftTokenSeed = Partial<SoftToken>

const blank: SoftToken = {
  serialNumber: 'DEMO000000000001',
  label: '演示 USB Key',
  manufacturer: 'Demo',
  model: 'Soft Token',
  pin: '12345678',
  wrongPins: 0,
  securityOfficerPin: '87654321',
  wrongSecurityOfficerPins: 0,
  capacityBytes: 64 * 1024,
  objects: [],
}

/** Puts a soft token where there was none, or another one. */
export function createSoftToken(path: string, seed: SoftTokenSeed = {}): void {
  writeSoftToken(path, { ...blank, ...seed })
}

/** Errors: token.absent when there is no such file, token.moduleBroken when it is not a soft token. */
export function readSoftToken(path: string): SoftToken {
  const text = readText(path)
  try {
    // Written by writeSoftToken, or by hand for a demonstration: what is left out is as on a new token.
    return { ...blank, ...(JSON.parse(text) as SoftTokenSeed) }
  } catch {
    throw new SoftTokenError('token.moduleBroken', { detail: 'softTokenFile' })
  }
}

/** All or nothing, like a real token: the process may be killed at any moment. Readable by its owner only. */
export function writeSoftToken(path: string, token: SoftToken): void {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}`
  const file = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(file, JSON.stringify(token, null, 2))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new SoftTokenError('token.absent')
  }
}
