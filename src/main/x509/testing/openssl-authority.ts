/** For tests: authorities whose certificates, lists and answers the openssl program makes; nothing of ours is in them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keyKinds, openssl } from './openssl.ts'

export type AuthorityKind = 'RSA 2048' | 'P-256' | 'P-384' | 'SM2' | 'RSA-PSS' | 'RSA SHA-1'

/** A certificate with its key, as files that openssl takes. */
export interface OpensslCertificate {
  readonly der: Uint8Array
  readonly certificateFile: string
  readonly keyFile: string
  readonly kind: AuthorityKind
}

interface IssueRequest {
  readonly kind: AuthorityKind
  readonly subject: string
  /** Itself when absent. */
  readonly issuer?: OpensslCertificate
  /** Lines of an extension section: `keyUsage=critical,digitalSignature`. */
  readonly extensions?: readonly string[]
  readonly days?: number
  readonly serial?: string
}

export interface OpensslFolder {
  readonly path: (name: string) => string
  readonly issue: (request: IssueRequest) => OpensslCertificate
  readonly remove: () => void
}

export const authorityLines = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign']
export const identifierLines = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid']
export const leafLines = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation']
/** The id of GM/T 0009; without it openssl signs with none. */
const distinguishingId = 'distid:1234567812345678'

export function createOpensslFolder(): OpensslFolder {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'))
  const path = (name: string) => join(folder, name)
  let count = 0
  const next = () => {
    count += 1
    return (suffix: string) => path(`${count}.${suffix}`)
  }
  return {
    path,
    issue: (request) => issue(request, next()),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What openssl signs with, for this kind of key. */
export function signingOptions(kind: AuthorityKind): readonly string[] {
  switch (kind) {
    case 'SM2':
      return ['-sm3', '-sigopt', distinguishingId]
    case 'RSA-PSS':
      return ['-sha256', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']
    case 'RSA SHA-1':
      return ['-sha1']
    case 'RSA 2048':
    case 'P-256':
    case 'P-384':
      return ['-sha256']
  }
}

function issue(request: IssueRequest, file: (suffix: string) => string): OpensslCertificate {
  const { kind, subject, issuer, extensions = [], days = 365, serial } = request
  const made: OpensslCertificate = { der: Uint8Array.of(), certificateFile: file('pem'), keyFile: file('key'), kind }
  const keyKind = kind === 'RSA-PSS' || kind === 'RSA SHA-1' ? 'RSA 2048' : kind
  openssl(['genpkey', ...keyKinds[keyKind], '-out', made.keyFile])
  const own = signingOptions(kind)
  openssl(['req', '-new', '-utf8', '-key', made.keyFile, '-subj', subject, ...own, '-out', file('csr')])
  writeFileSync(file('ext'), ['[extensions]', ...extensions, ''].join('\n'))
  const by = issuer ?? made
  const signer = issuer === undefined ? ['-signkey', made.keyFile] : caOptions(issuer)
  openssl([
    'x509',
    '-req',
    ...['-in', file('csr'), '-out', made.certificateFile, '-days', String(days)],
    ...(kind === 'SM2' ? ['-vfyopt', distinguishingId] : []),
    ...signer,
    ...(serial === undefined ? [] : ['-set_serial', serial]),
    ...(extensions.length === 0 ? [] : ['-extfile', file('ext'), '-extensions', 'extensions']),
    ...signingOptions(by.kind),
  ])
  openssl(['x509', '-in', made.certificateFile, '-outform', 'DER', '-out', file('der')])
  return { ...made, der: readFileSync(file('der')) }
}

function caOptions({ certificateFile, keyFile }: OpensslCertificate): readonly string[] {
  return ['-CA', certificateFile, '-CAkey', keyFile, '-CAcreateserial']
}
