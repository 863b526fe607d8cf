import { createPrivateKey, createSign } from 'node:crypto'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { hasCode } from '../app-error.ts'
import { issueChain, issue } from '../certificates/testing/issued-chain.ts'
import { storedCertificate, tokenWith } from '../certificates/testing/stored-certificate.ts'
import type { SigningTokens } from './ports.ts'
import { signFile } from './sign-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sign-'))
  issueChain(folder)
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Hand {
  /** Whose key the token signs with. */
  readonly key?: string
  readonly whileSigning?: () => void
}

/** A token in memory with the leaf's certificate; tells when it was logged out. */
function tokenInHand(leaf: Uint8Array, { key = 'leaf', whileSigning }: Hand, locked: () => void): SigningTokens {
  const privateKey = createPrivateKey(readFileSync(join(folder, `${key}.key`)))
  const sign = (_id: string, text: Uint8Array) => {
    whileSigning?.()
    return Promise.resolve<Uint8Array>(createSign('sha256').update(text).sign(privateKey))
  }
  const lock = () => {
    locked()
    return Promise.resolve()
  }
  const token = { sign, lock, readCertificate: () => Promise.resolve(leaf), decrypt: () => Promise.reject(new Error()) }
  return { unlock: () => Promise.resolve(token) }
}

async function sign(hand: Hand) {
  const leaf = issue(folder, {
    name: 'leaf',
    by: 'intermediate',
    serial: '0D',
    extensions: 'keyUsage=digitalSignature',
  })
  const stored = storedCertificate(leaf)
  const path = join(folder, 'file')
  writeFileSync(path, 'content')
  let isLocked = false
  const tokens = tokenInHand(leaf, hand, () => (isLocked = true))
  const found = { stored, token: tokenWith([stored]) }
  const chosen = { now: new Date(), chainOf: () => [leaf], chooseSavePath: () => Promise.resolve(undefined) }
  const result = await signFile({ found, path, pin: '1', tokens, ...chosen }).catch((error: unknown) => error)
  return { result, isLocked, isSaved: readdirSync(folder).includes('file.p7s') }
}

it('saves a signature that it has checked, and logs out', async () => {
  expect(await sign({})).toEqual({ result: { saved: true, fileName: 'file.p7s' }, isLocked: true, isSaved: true })
})

it('saves none for a file that was changed meanwhile', async () => {
  const { result, isSaved, isLocked } = await sign({ whileSigning: () => appendFileSync(join(folder, 'file'), '!') })
  expect([hasCode(result, 'signing.fileChanged'), isSaved, isLocked]).toEqual([true, false, true])
})

it('saves none by a key that is not the certificate’s', async () => {
  const { result, isSaved, isLocked } = await sign({ key: 'root' })
  expect([hasCode(result, 'signing.keyMismatch'), isSaved, isLocked]).toEqual([true, false, true])
})

it('replaces nothing that has come to its place meanwhile', async () => {
  const { result } = await sign({ whileSigning: () => writeFileSync(join(folder, 'file.p7s'), 'another') })
  expect(hasCode(result, 'signing.saveFailed')).toBe(true)
  expect(readFileSync(join(folder, 'file.p7s'), 'utf8')).toBe('another')
})
