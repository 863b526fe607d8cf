import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { interfaceOf } from './kinds.ts'
import { readJournals } from './checks.ts'
import type { World } from './world.ts'

/**
 * Why openssl does not accept this certificate (DER) of a renewal, by the chain in the journals; nothing when it does. With
 * SM2 it sets the id for the leaf only, so the leaf is held against its issuer alone. An old certificate that stays on
 * the key comes from the same issuer.
 */
export function whyNotInChain(world: World, certificate: Uint8Array): string | undefined {
  const [issuers, leaf] = [join(world.folder, 'issuers.pem'), join(world.folder, 'leaf.pem')]
  writeFileSync(issuers, journalledChain(world).map(pem).join(''))
  writeFileSync(leaf, pem(Buffer.from(certificate).toString('base64')))
  const strictness =
    interfaceOf(world.template.kind) === 'skf'
      ? ['-partial_chain', '-vfyopt', 'distid:1234567812345678']
      : ['-x509_strict']
  const { stdout, stderr } = spawnSync('openssl', ['verify', ...strictness, '-CAfile', issuers, leaf], {
    encoding: 'utf8',
  })
  return stdout.includes(': OK') ? undefined : `${stdout}${stderr}`
}

function pem(base64: string): string {
  return `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
}

function journalledChain({ userData }: World): readonly string[] {
  return readJournals(userData)
    .flatMap((text) => text.trim().split('\n'))
    .flatMap((line) => (JSON.parse(line) as { readonly chain?: readonly string[] }).chain ?? [])
}
