import { execFileSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'

/** A new SM2 key (PKCS#8, PEM), made by openssl. */
export function newSm2Key(): string {
  return execFileSync('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** SPKI (DER) of a private key (PEM). */
export function publicKeyOf(privateKey: string): Uint8Array {
  return new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }))
}
