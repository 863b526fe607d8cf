// Writes resources/trusted-cas/index.json from Debian's ca-certificates: exactly the roots of Chinese CAs that are there.
import { X509Certificate } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const folder = '/usr/share/ca-certificates/mozilla'
const files = [
  'BJCA_Global_Root_CA1',
  'BJCA_Global_Root_CA2',
  'CFCA_EV_ROOT',
  'GDCA_TrustAUTH_R5_ROOT',
  'TrustAsia_Global_Root_CA_G3',
  'TrustAsia_Global_Root_CA_G4',
  'UCA_Extended_Validation_Root',
  'UCA_Global_G2_Root',
  'vTrus_ECC_Root_CA',
  'vTrus_Root_CA',
]

const authorities = files.map((name) => {
  const pem = readFileSync(join(folder, `${name}.crt`), 'utf8')
  const certificate = new X509Certificate(pem)
  return {
    name: /CN=(.*)/.exec(certificate.subject)?.[1] ?? name,
    sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    source: `Debian ca-certificates, mozilla/${name}.crt`,
    usage: 'Mozilla: server authentication',
    pem: pem.trim().split('\n'),
  }
})
const target = resolve(import.meta.dirname, '../resources/trusted-cas/index.json')
writeFileSync(target, `${JSON.stringify({ authorities }, null, 2)}\n`)
