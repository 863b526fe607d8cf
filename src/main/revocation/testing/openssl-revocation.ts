/** For tests: lists and answers as `openssl ca` and `openssl ocsp` make them, of certificates revoked here. */
import { readFileSync, writeFileSync } from 'node:fs'
import { signingOptions, type OpensslCertificate, type OpensslFolder } from '../../x509/testing/openssl-authority.ts'
import { openssl } from '../../x509/testing/openssl.ts'

export interface IndexEntry {
  /** Hex, even length. */
  readonly serial: string
  /** `YYMMDDhhmmssZ,reason`; absent for one that is not revoked. */
  readonly revoked?: string
}

/** In the form of `openssl ca`'s database: state, end, revocation, serial, file, subject. */
function writeIndex(folder: OpensslFolder, entries: readonly IndexEntry[]): string {
  const lines = entries.map(({ serial, revoked }) =>
    [revoked === undefined ? 'V' : 'R', '350101000000Z', revoked ?? '', serial, 'unknown', '/CN=a'].join('\t'),
  )
  const path = folder.path('index.txt')
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  writeFileSync(`${path}.attr`, 'unique_subject = no\n')
  return path
}

interface ListRequest {
  readonly signer: OpensslCertificate
  readonly entries: readonly IndexEntry[]
  /** `-crl_lastupdate` and `-crl_nextupdate`: YYYYMMDDhhmmssZ. */
  readonly from: string
  readonly until: string
  /** Lines of the extensions' section. */
  readonly extensions?: readonly string[]
}

/** A list, DER. */
export function makeList(
  folder: OpensslFolder,
  { signer, entries, from, until, extensions = [] }: ListRequest,
): Uint8Array {
  const index = writeIndex(folder, entries)
  const [config, number, list] = [folder.path('ca.cnf'), folder.path('crlnumber'), folder.path('list.pem')]
  writeFileSync(number, '01\n')
  const section = ['[ca]', 'default_ca=own', '[own]', `database=${index}`, `crlnumber=${number}`, 'default_md=sha256']
  writeFileSync(config, [...section, '[extensions]', ...extensions, ''].join('\n'))
  const [hash = '-sha256', ...options] = signingOptions(signer.kind)
  openssl([
    ...['ca', '-config', config, '-gencrl', '-out', list, '-cert', signer.certificateFile, '-keyfile', signer.keyFile],
    ...['-md', hash.slice(1), ...options, '-crl_lastupdate', from, '-crl_nextupdate', until],
    ...(extensions.length === 0 ? [] : ['-crlexts', 'extensions']),
  ])
  openssl(['crl', '-in', list, '-outform', 'DER', '-out', folder.path('list.der')])
  return readFileSync(folder.path('list.der'))
}

interface ResponseRequest {
  readonly authority: OpensslCertificate
  readonly signer: OpensslCertificate
  readonly entries: readonly IndexEntry[]
  /** Minutes; without it the answer does not say when the next one comes. */
  readonly minutes?: number
}

/** What `openssl ocsp` answers to this request, DER. */
export function makeResponse(
  folder: OpensslFolder,
  request: Uint8Array,
  { authority, signer, entries, minutes }: ResponseRequest,
): Uint8Array {
  const index = writeIndex(folder, entries)
  const [asked, answered] = [folder.path('request.der'), folder.path('response.der')]
  writeFileSync(asked, request)
  const [hash = '-sha256', ...options] = signingOptions(signer.kind)
  openssl([
    ...['ocsp', '-index', index, '-CA', authority.certificateFile, '-reqin', asked, '-respout', answered],
    ...['-rsigner', signer.certificateFile, '-rkey', signer.keyFile, '-rmd', hash.slice(1)],
    ...options.map((option) => (option === '-sigopt' ? '-rsigopt' : option)),
    ...(minutes === undefined ? [] : ['-nmin', String(minutes)]),
  ])
  return readFileSync(answered)
}
