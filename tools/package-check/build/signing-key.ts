import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A certificate to sign code with, which nobody trusts. */
export interface SigningKey {
  /** PKCS#12, as electron-builder takes it. */
  readonly pfx: string
  readonly password: string
  /** PEM, for whoever verifies. */
  readonly certificate: string
}

export function makeSigningKey(folder: string): SigningKey {
  mkdirSync(folder, { recursive: true })
  const [key, certificate, pfx] = [join(folder, 'key.pem'), join(folder, 'certificate.pem'), join(folder, 'key.pfx')]
  const password = 'for-checks-only'
  const configuration = join(folder, 'openssl.cnf')
  writeFileSync(
    configuration,
    '[req]\nprompt=no\ndistinguished_name=name\nx509_extensions=signs\n[name]\nCN=For checks only\n' +
      '[signs]\nbasicConstraints=critical,CA:false\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=codeSigning\n',
  )
  openssl(['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-config', configuration], key, certificate)
  execFileSync('openssl', [
    ...['pkcs12', '-export', '-inkey', key, '-in', certificate, '-out', pfx, '-passout', `pass:${password}`],
  ])
  return { pfx, password, certificate }
}

function openssl(parameters: readonly string[], key: string, certificate: string): void {
  execFileSync('openssl', [...parameters, '-keyout', key, '-out', certificate], { stdio: ['ignore', 'ignore', 'pipe'] })
}
