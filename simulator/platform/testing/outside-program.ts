import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type WriteFile = (name: string, content: string | Uint8Array) => Promise<string>

/** Files in a folder of their own, which is gone afterwards; `file` answers with the path. */
export async function withFiles<T>(task: (file: WriteFile) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'platform-simulator-'))
  const file: WriteFile = async (name, content) => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }
  try {
    return await task(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** All that the program prints, both streams. */
export function run(program: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, parameters, (_error, stdout, stderr) => resolve(stdout + stderr))
  })
}

/** An empty line before the end, as after a last line of just 64 characters, would make openssl see nothing at all. */
export function pem(label: 'CERTIFICATE' | 'X509 CRL', structures: readonly Uint8Array[]): string {
  const lines = (der: Uint8Array) =>
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return structures
    .flatMap((der) => [`-----BEGIN ${label}-----`, ...lines(der), `-----END ${label}-----`, ''])
    .join('\n')
}
