/** The openssl program as an independent opinion. What it prints counts: its exit codes are not reliable. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Verification {
  readonly leaf: Uint8Array
  readonly trusted: readonly Uint8Array[]
  readonly between?: readonly Uint8Array[]
  readonly options?: readonly string[]
}

const pem = (certificates: readonly Uint8Array[]) =>
  certificates
    .map((der) => `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`)
    .join('')
    .replaceAll(/[A-Za-z0-9+/=]{64}/g, '$&\n')

/** All that `openssl verify` prints, both streams. */
export async function opensslVerify({ leaf, trusted, between = [], options = [] }: Verification): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-simulator-'))
  const file = async (name: string, certificates: readonly Uint8Array[]) => {
    const path = join(folder, name)
    await writeFile(path, pem(certificates))
    return path
  }
  try {
    const parameters = ['verify', ...options, '-trusted', await file('trusted.pem', trusted)]
    if (between.length > 0) parameters.push('-untrusted', await file('between.pem', between))
    return await openssl([...parameters, await file('leaf.pem', [leaf])])
  } finally {
    await rm(folder, { recursive: true })
  }
}

function openssl(parameters: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile('openssl', parameters, (_error, stdout, stderr) => resolve(stdout + stderr))
  })
}
