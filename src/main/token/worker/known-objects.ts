import type { KeyPresence, StoredCertificate } from '../../../shared/token/messages.ts'
import { readKeyUsageOf } from '../../x509/certificate.ts'
import { usageOf } from '../../x509/usage.ts'
import { CKA, CKO, nameOf } from './cryptoki.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import type { FindObjects } from './find-objects.ts'
import { readAttributes } from './read-attributes.ts'
import { decodeLabel } from './token-text.ts'

type KnownObject =
  | { readonly kind: 'certificate'; readonly id: string; readonly label: string; readonly value: Uint8Array }
  | { readonly kind: 'publicKey'; readonly id: string }
  | { readonly kind: 'other' }

/** What has been read of one token, by handle. Good for as long as the session that read it. */
export type KnownObjects = Map<string, KnownObject>

interface Reader {
  readonly module: Cryptoki
  readonly findObjects: FindObjects
  readonly session: Handle
}

/** Reads everything for the first time: 2 searches, and 2 native calls per object. */
export function readObjects(reader: Reader, known: KnownObjects): void {
  const everything = Number.POSITIVE_INFINITY
  readClass(reader, known, { objectClass: CKO.certificate, atLeast: everything, read: readCertificate })
  readClass(reader, known, { objectClass: CKO.publicKey, atLeast: everything, read: readPublicKey })
}

/**
 * One search over everything (3 native calls) tells whether anything came or went; only what is new is read. An object
 * that another program replaced under the very same handle goes unseen: what must be certain is read again by its user.
 */
export function refreshObjects(reader: Reader, known: KnownObjects): void {
  const handles = reader.findObjects(reader.session, [], known.size).map(nameOf)
  const present = new Set(handles)
  for (const name of [...known.keys()]) if (!present.has(name)) known.delete(name)
  if (handles.every((name) => known.has(name))) return
  readObjects(reader, known)
  for (const name of handles) if (!known.has(name)) known.set(name, { kind: 'other' })
}

export function toCertificates(known: KnownObjects): readonly StoredCertificate[] {
  const objects = [...known.values()]
  const keys = objects.filter((object) => object.kind === 'publicKey')
  const keyIds = new Set(keys.map((key) => key.id))
  const presenceOf = (id: string, value: Uint8Array): KeyPresence => {
    if (keys.length === 0) return 'unknown'
    if (id !== '' && keyIds.has(id)) return 'present'
    // A key that was unwrapped onto the token has no public key object: its absence says nothing.
    return usageOf(readKeyUsageOf(value)) === 'encryption' ? 'unknown' : 'missing'
  }
  return objects
    .filter((object) => object.kind === 'certificate')
    .map(({ id, label, value }) => ({ id, label, value, key: presenceOf(id, value) }))
}

interface ClassReading {
  readonly objectClass: number
  readonly atLeast: number
  readonly read: (reader: Reader, object: Handle) => KnownObject | undefined
}

function readClass(reader: Reader, known: KnownObjects, { objectClass, atLeast, read }: ClassReading): void {
  for (const handle of reader.findObjects(reader.session, [{ type: CKA.class, value: objectClass }], atLeast)) {
    if (known.has(nameOf(handle))) continue
    const object = read(reader, handle)
    if (object !== undefined) known.set(nameOf(handle), object)
  }
}

function readCertificate({ module, session }: Reader, object: Handle): KnownObject | undefined {
  const values = readAttributes(module, { session, object, types: [CKA.value, CKA.id, CKA.label] })
  if (values === undefined) return undefined
  const [value, id, label] = values
  return {
    kind: 'certificate',
    id: id?.toString('hex') ?? '',
    label: decodeLabel(label ?? Buffer.alloc(0)),
    // A certificate whose bytes the token refuses is still one that the user has: shown as unreadable, not left out.
    value: Uint8Array.from(value ?? []),
  }
}

function readPublicKey({ module, session }: Reader, object: Handle): KnownObject | undefined {
  const values = readAttributes(module, { session, object, types: [CKA.id] })
  return values === undefined ? undefined : { kind: 'publicKey', id: values[0]?.toString('hex') ?? '' }
}
