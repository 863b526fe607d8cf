/** For tests: SM2 and SM4 by the openssl program, which shares no code with ours. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Sm2OpensslKey {
  /** PEM, as openssl takes it. */
  readonly pem: Buffer
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  /** The number, 32 octets. */
  readonly number: Buffer
}

interface Envelope {
  /** SubjectPublicKeyInfo (DER) of the signing key that opens it. */
  readonly signing: Uint8Array
  /** The pair that is sent. */
  readonly encryption: Sm2OpensslKey
  /** Dotted; SM4 when absent. */
  readonly algorithm?: string
  /** Octets in front of the number: some encrypt 64 octets. */
  readonly padding?: Uint8Array
}

export function newSm2Key(): Sm2OpensslKey {
  return inFolder(({ run, file }) => {
    const key = file('key.pem')
    run('ecparam', '-name', 'SM2', '-genkey', '-noout', '-out', key)
    return readSm2Key(readFileSync(key))
  })
}

export function readSm2Key(pem: Buffer): Sm2OpensslKey {
  return inFolder(({ run, file }) => {
    const key = file('key.pem', pem)
    const sec1 = run('ec', '-in', key, '-outform', 'DER')
    // The number stands at a fixed place in RFC 5915.
    return { pem, spki: run('ec', '-in', key, '-pubout', '-outform', 'DER'), number: Buffer.from(sec1.subarray(7, 39)) }
  })
}

/** SM2Cipher, DER. @param spki SubjectPublicKeyInfo, DER */
export function sm2Encrypt(spki: Uint8Array, text: Uint8Array): Buffer {
  return inFolder(({ run, file }) => {
    const key = ['-pubin', '-keyform', 'DER', '-inkey', file('key', spki)]
    return run('pkeyutl', '-encrypt', ...key, '-in', file('text', text))
  })
}

/** @param cipher SM2Cipher, DER */
export function sm2Decrypt({ pem }: Sm2OpensslKey, cipher: Uint8Array): Buffer {
  return inFolder(({ run, file }) =>
    run('pkeyutl', '-decrypt', '-inkey', file('key', pem), '-in', file('cipher', cipher)),
  )
}

/** Whole blocks, ECB, no padding. */
export function sm4(direction: '-e' | '-d', key: Uint8Array, text: Uint8Array): Buffer {
  return inFolder(({ run, file }) =>
    run('enc', direction, '-sm4-ecb', '-nopad', '-K', Buffer.from(key).toString('hex'), '-in', file('text', text)),
  )
}

/** SM2EnvelopedKey (GM/T 0009, 7.4), DER, put together by `openssl asn1parse -genconf`. */
export function sm2Envelope({ signing, encryption, algorithm = '1.2.156.10197.1.104', padding }: Envelope): Buffer {
  const key = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
  const secret = sm4('-e', key, Buffer.concat([padding ?? Buffer.alloc(0), encryption.number]))
  const cipher = sm2Encrypt(signing, key)
  return inFolder(({ run, file }) => {
    const [x = '', y = '', hash = '', text = ''] = primitives(
      run('asn1parse', '-inform', 'DER', '-in', file('c', cipher)),
    )
    const lines = [
      ...['asn1=SEQUENCE:envelope', '[envelope]', 'algorithm=SEQUENCE:algorithm', 'key=SEQUENCE:cipher'],
      `point=FORMAT:HEX,BITSTRING:${encryption.spki.subarray(-65).toString('hex')}`,
      `secret=FORMAT:HEX,BITSTRING:${secret.toString('hex')}`,
      ...['[algorithm]', `oid=OID:${algorithm}`, '[cipher]', `x=INTEGER:0x${x}`, `y=INTEGER:0x${y}`],
      ...[`hash=FORMAT:HEX,OCTETSTRING:${hash}`, `text=FORMAT:HEX,OCTETSTRING:${text}`, ''],
    ]
    run('asn1parse', '-genconf', file('conf', Buffer.from(lines.join('\n'))), '-noout', '-out', file('der'))
    return readFileSync(file('der'))
  })
}

/** The values of INTEGER and OCTET STRING as openssl prints them, in hex. */
function primitives(printed: Buffer): readonly string[] {
  return [...printed.toString().matchAll(/(?:INTEGER|OCTET STRING)\s+(?:\[HEX DUMP\])?:([0-9A-F]+)/g)].map(
    ([, hex = '']) => hex,
  )
}

interface Folder {
  /** What openssl writes to its standard output. @throws when it fails */
  readonly run: (...parameters: readonly string[]) => Buffer
  /** A path in the folder, with these octets where they are given. */
  readonly file: (name: string, octets?: Uint8Array) => string
}

function inFolder<T>(task: (folder: Folder) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-sm2-'))
  try {
    return task({
      run: (...parameters) => execFileSync('openssl', parameters, { stdio: ['ignore', 'pipe', 'pipe'] }),
      file: (name, octets) => {
        const path = join(folder, name)
        if (octets !== undefined) writeFileSync(path, octets)
        return path
      },
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
