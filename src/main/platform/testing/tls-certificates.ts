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
  /** Meant for clients (extended key usage). */
  readonly clientOnly: ServerIdentity
  /** Of platform.test and 192.0.2.1, signed by the root. */
  readonly named: ServerIdentity
  /** Of platform.test, signed by another root that has the same name. */
  readonly impostor: ServerIdentity
  /** That other root. */
  readonly otherRoot: string
  /**
   * `named`, with a made-up certificate behind it: the root's name, the other root's public key, signed by somebody else.
   */
  readonly forgedChain: ServerIdentity
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
  const { make, read, issue } = workshop(folder)
  const long = ['20200101000000Z', '20991231000000Z'] as const
  make.root('root')
  make.root('otherRoot')
  make.selfSigned('self')
  const forClients = ['-addext', 'extendedKeyUsage=clientAuth']
  const named = issue('named', 'DNS:platform.test,IP:192.0.2.1', ...long)
  make.forgedIssuer('forged', 'otherRoot')
  return {
    root: read('root.pem'),
    good: issue('good', 'IP:127.0.0.1', ...long),
    expired: issue('expired', 'IP:127.0.0.1', '20200101000000Z', '20210101000000Z'),
    notYetValid: issue('future', 'IP:127.0.0.1', '20980101000000Z', '20991231000000Z'),
    otherHost: issue('other', 'DNS:ca.example.cn,DNS:localhost', ...long),
    selfSigned: { key: read('self.key'), cert: read('self.pem') },
    clientOnly: issue('client', 'IP:127.0.0.1', ...long, { more: forClients }),
    named,
    impostor: issue('impostor', 'DNS:platform.test', ...long, { signer: 'otherRoot' }),
    otherRoot: read('otherRoot.pem'),
    forgedChain: { key: named.key, cert: `${named.cert}${read('forged.pem')}` },
  }
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'authority.cnf']

interface Issuing {
  readonly signer?: string
  /** More words for openssl req. */
  readonly more?: readonly string[]
}

function workshop(folder: string) {
  const openssl = (...words: readonly string[]): string =>
    execFileSync('openssl', words, { cwd: folder, stdio: 'pipe', encoding: 'utf8' })
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  writeFileSync(join(folder, 'authority.cnf'), configuration)
  writeFileSync(join(folder, 'index.txt'), '')
  return { read, make: makers(folder, openssl), issue }

  function issue(name: string, host: string, from: string, until: string, how: Issuing = {}): ServerIdentity {
    const { signer = 'root', more = [] } = how
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${host}`, ...more]
    openssl('req', '-new', ...newKey, ...subject, '-keyout', `${name}.key`, '-out', `${name}.csr`)
    const dates = ['-startdate', from, '-enddate', until]
    const authority = ['-config', 'authority.cnf', '-cert', `${signer}.pem`, '-keyfile', `${signer}.key`]
    openssl('ca', ...authority, '-batch', '-notext', ...dates, '-in', `${name}.csr`, '-out', `${name}.pem`)
    return { key: read(`${name}.key`), cert: read(`${name}.pem`) }
  }
}

function makers(folder: string, openssl: (...words: readonly string[]) => string) {
  const rootName = ['-subj', '/CN=test root']
  return {
    root: (name: string) => {
      const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`]
      openssl('req', '-x509', ...newKey, ...rootName, '-extensions', 'root', ...files, '-days', '2')
    },
    selfSigned: (name: string) => {
      const self = ['-subj', '/CN=self', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2']
      openssl('req', '-x509', ...newKey, ...self, '-keyout', `${name}.key`, '-out', `${name}.pem`)
    },
    /** With the root's name and the public key of another, signed with no key of theirs. */
    forgedIssuer: (name: string, keyOf: string) => {
      openssl('pkey', '-in', `${keyOf}.key`, '-pubout', '-out', `${name}.pub`)
      const signer = ['-CA', 'self.pem', '-CAkey', 'self.key', '-days', '2']
      // Whoever links by names compares this too.
      const keyId = openssl('x509', '-in', 'root.pem', '-noout', '-ext', 'subjectKeyIdentifier').split('\n')[1] ?? ''
      const section = `${configuration}subjectKeyIdentifier = ${keyId.trim()}\n`
      writeFileSync(join(folder, 'forged.cnf'), section)
      const extensions = ['-extfile', 'forged.cnf', '-extensions', 'root']
      openssl(
        'x509',
        '-new',
        ...rootName,
        '-force_pubkey',
        `${name}.pub`,
        ...signer,
        ...extensions,
        '-out',
        `${name}.pem`,
      )
    },
  }
}
