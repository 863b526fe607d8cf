import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyFamily } from '../authority/signing/key-family.ts'
import { keyFamilies } from '../authority/signing/key-family.ts'

export function certificatePem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** `root-rsa.pem` and so on. @param certificates in the order of the families; answers with the paths */
export async function writeRoots(folder: string, certificates: readonly Uint8Array[]): Promise<readonly string[]> {
  const path = (family: KeyFamily) => join(folder, `root-${family}.pem`)
  await Promise.all(
    keyFamilies.map(async (family, at) => {
      const der = certificates[at]
      if (der !== undefined) await writeFile(path(family), certificatePem(der))
    }),
  )
  return keyFamilies.slice(0, certificates.length).map(path)
}
