import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The id that SM2 signs with where none was agreed on (GM/T 0009). */
const defaultId = 'distid:1234567812345678'

/** Whether openssl takes this for SM3withSM2 of the text, by what it prints: its exit code has been wrong before. */
export function opensslVerifiesSm2(publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-verify-'))
  try {
    const file = (name: string, octets: Uint8Array): string => {
      writeFileSync(join(folder, name), octets)
      return join(folder, name)
    }
    const key = ['-pubin', '-keyform', 'DER', '-inkey', file('key', publicKey)]
    const signed = ['-rawin', '-digest', 'sm3', '-pkeyopt', defaultId, '-in', file('text', text)]
    const parameters = ['pkeyutl', '-verify', ...key, ...signed, '-sigfile', file('signature', signature)]
    const { stdout } = spawnSync('openssl', parameters, { encoding: 'utf8' })
    return stdout.trim() === 'Signature Verified Successfully'
  } finally {
    rmSync(folder, { recursive: true })
  }
}
