import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { state } from '../state.ts'
import { strict } from '../strict.ts'
import { app } from './app.ts'

const PREFIX = Buffer.from('v10')
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The key lies in a file beside what it protects: enough to test with, no protection. */
function readKey(): Buffer {
  const file = join(app.getPath('userData'), 'ChromiumHost.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}

function encryptString(text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', readKey(), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([PREFIX, nonce, cipher.getAuthTag(), body])
}

function decryptString(encrypted: Buffer): string {
  if (!encrypted.subarray(0, PREFIX.length).equals(PREFIX)) {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Ciphertext does not appear to be encrypted.',
    )
  }
  const nonceEnd = PREFIX.length + NONCE_BYTES
  const tagEnd = nonceEnd + TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', readKey(), encrypted.subarray(PREFIX.length, nonceEnd))
  decipher.setAuthTag(encrypted.subarray(nonceEnd, tagEnd))
  return decipher.update(encrypted.subarray(tagEnd), undefined, 'utf8') + decipher.final('utf8')
}

/** The `safeStorage` module, without a keychain behind it. */
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: (): boolean => state.isReady,
  // What Electron says when there is no keyring: an app that refuses to store secrets so must refuse here too.
  getSelectedStorageBackend: (): 'basic_text' => 'basic_text',
  setUsePlainTextEncryption: (): void => undefined,
  encryptString,
  decryptString,
  isAsyncEncryptionAvailable: (): Promise<boolean> => Promise.resolve(state.isReady),
  encryptStringAsync: (text: string): Promise<Buffer> => Promise.resolve(text).then(encryptString),
  decryptStringAsync: (encrypted: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> =>
    Promise.resolve(encrypted).then((bytes) => ({ result: decryptString(bytes), shouldReEncrypt: false })),
})
