/** What an SM2 key does with an SM2EnvelopedKey, with the openssl program in its place: nothing of ours reads it. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { TestKey } from './holder.ts'
import { withFiles } from './outside-program.ts'

export interface OpenedEnvelope {
  /** Dotted, or openssl's name for it. */
  readonly algorithm: string
  /** SubjectPublicKeyInfo (DER) of the private key that was in it, as openssl computes it. */
  readonly publicKey: Buffer
  /** The point that stands beside it, 04, x and y. */
  readonly point: Buffer
  /** The private key, 32 octets. */
  readonly number: Buffer
}

/** @param envelope DER. @throws when openssl does not open it with this key */
export function openEnvelope(envelope: Buffer, { privateKey }: Pick<TestKey, 'privateKey'>): Promise<OpenedEnvelope> {
  const { algorithm, cipher, point, secret } = partsOf(envelope)
  return withFiles(async (file) => {
    const key = await file('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const openssl = async (parameters: readonly string[], input: Buffer) => {
      const [from, to] = [await file('in', input), await file('out', '')]
      execFileSync('openssl', [...parameters, '-in', from, '-out', to], { stdio: 'pipe' })
      return readFile(to)
    }
    const symmetric = (await openssl(['pkeyutl', '-decrypt', '-inkey', key], cipher)).toString('hex')
    const number = await openssl(['enc', '-d', '-sm4-ecb', '-nopad', '-K', symmetric], secret)
    const publicKey = await openssl(['ec', '-inform', 'DER', '-pubout', '-outform', 'DER'], sec1(number))
    return { algorithm, publicKey, point, number }
  })
}

/** RFC 5915, without the public key: openssl computes it. */
function sec1(number: Buffer): Buffer {
  const [head, curve] = ['30310201010420', 'a00a06082a811ccf5501822d'].map((hex) => Buffer.from(hex, 'hex'))
  return Buffer.concat([head ?? number, number, curve ?? number])
}

/** By the places that `openssl asn1parse` prints. */
function partsOf(envelope: Buffer) {
  const printed = execFileSync('openssl', ['asn1parse', '-inform', 'DER'], { input: envelope }).toString()
  const rows = [...printed.matchAll(/^ *(\d+):d=(\d) +hl=(\d) l= *(\d+) (?:cons|prim): *(.*)$/gm)].map((row) => {
    const [offset = 0, depth = 0, header = 0, length = 0] = row.slice(1, 5).map(Number)
    const whole = envelope.subarray(offset, offset + header + length)
    return { depth, whole, content: whole.subarray(header), text: row[5] ?? '' }
  })
  const [, cipher, point, secret] = rows.filter(({ depth }) => depth === 1)
  if (cipher === undefined || point === undefined || secret === undefined) throw new Error('no SM2EnvelopedKey')
  return {
    algorithm: /:(\S+)/.exec(rows.find(({ depth }) => depth === 2)?.text ?? '')?.[1] ?? '',
    cipher: cipher.whole,
    // After the octet that counts unused bits.
    point: point.content.subarray(1),
    secret: secret.content.subarray(1),
  }
}
