/** For tests: a certificate authority and server certificates made by the openssl command, in a folder that is removed. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface ServerIdentity {
  readonly key: string
  readonly cert: string
}

export interface TlsCertificates {
  /** PEM of the root that has signed all but the self-signed one. */
  readonly root: string
  readonly good: ServerIdentity
  readonly expired: ServerIdentity
  readonly notYetValid: ServerIdentity
  readonly otherHost: ServerIdentity
  readonly selfSigned: ServerIdentity
}

const configuration = `
[ca]
default_ca = authority
[authority]
dir = .
database = ./index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = anything
unique_subject = no
copy_extensions = copy
[anything]
commonName = supplied
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
`

export function makeTlsCertificates(): TlsCertificates {
  const folder = mkdtempSync(join(tmpdir(), 'platform-tls-'))
  try {
    return makeIn(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeIn(folder: string): TlsCertificates {
  const openssl = (...words: readonly string[]): void => {
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  }
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'authority.cnf']
  const identity = (name: string): ServerIdentity => ({ key: read(`${name}.key`), cert: read(`${name}.pem`) })
  const issue = (name: string, host: string, from: string, until: string): ServerIdentity => {
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`]
    openssl('req', '-new', ...newKey, ...subject, '-keyout', `${name}.key`, '-out', `${name}.csr`)
    const dates = ['-startdate', from, '-enddate', until]
    const signer = ['-config', 'authority.cnf', '-cert', 'root.pem', '-keyfile', 'root.key', '-batch', '-notext']
    openssl('ca', ...signer, ...dates, '-in', `${name}.csr`, '-out', `${name}.pem`)
    return identity(name)
  }
  writeFileSync(join(folder, 'authority.cnf'), configuration)
  writeFileSync(join(folder, 'index.txt'), '')
  const root = ['-subj', '/CN=test root', '-extensions', 'root', '-keyout', 'root.key', '-out', 'root.pem']
  openssl('req', '-x509', ...newKey, ...root, '-days', '2')
  const self = ['-subj', '/CN=self', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2']
  openssl('req', '-x509', ...newKey, ...self, '-keyout', 'self.key', '-out', 'self.pem')
  return {
    root: read('root.pem'),
    good: issue('good', 'IP:127.0.0.1', '20200101000000Z', '20991231000000Z'),
    expired: issue('expired', 'IP:127.0.0.1', '20200101000000Z', '20210101000000Z'),
    notYetValid: issue('future', 'IP:127.0.0.1', '20980101000000Z', '20991231000000Z'),
    otherHost: issue('other', 'DNS:ca.example.cn', '20200101000000Z', '20991231000000Z'),
    selfSigned: identity('self'),
  }
}
