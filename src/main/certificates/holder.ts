import { DerError, readElement, tags } from '../x509/der.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { fieldOf } from '../x509/name.ts'
import { readText } from '../x509/text.ts'
import { isPersonalId, maskPersonalId, maskPersonalIds } from './personal-id.ts'

export interface Holder {
  /** CN, else O, else any other name; empty when the certificate names nobody. */
  readonly name: string
  readonly organisation?: string
  readonly kind: 'organisation' | 'personal' | 'unknown'
  /** 统一社会信用代码, 18 characters (GB 32100). */
  readonly creditCode?: string
  readonly maskedPersonalId?: string
}

/** Where CAs put the 统一社会信用代码: GM/T 0015, then known private arcs. */
const creditCodeOids = ['1.2.156.10260.4.1.4', '1.2.156.10260.4.1.3', '1.2.86.11.7.4', '1.2.156.112570.11.205']
const personalIdOids = ['1.2.156.10260.4.1.1', '1.2.156.10260.4.1.1.1']
const creditCodePattern = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/
const personalIdPattern = /(?<!\d)\d{17}[\dXx](?!\d)/

/** Whose certificate this is. No text in it holds a whole personal id. */
export function holderOf(certificate: X509Certificate): Holder {
  const { subject } = certificate
  const organisation = fieldOf(subject, 'O')
  const personalId = personalIdOf(certificate)
  const creditCode = creditCodeOf(certificate, personalId)
  const masked = (text: string) => maskPersonalIds(text, personalId)
  return {
    name: masked(fieldOf(subject, 'CN') ?? organisation ?? fieldOf(subject, 'OU') ?? ''),
    ...(organisation === undefined ? {} : { organisation: masked(organisation) }),
    kind: kindOf(creditCode, personalId, organisation),
    ...(creditCode === undefined ? {} : { creditCode }),
    ...(personalId === undefined ? {} : { maskedPersonalId: maskPersonalId(personalId) }),
  }
}

/** Whole: for masking it wherever else it stands. */
export function personalIdOf(certificate: X509Certificate): string | undefined {
  const [declared] = inExtensions(certificate, personalIdOids, personalIdPattern)
  return declared ?? inSubject(certificate, personalIdPattern).find(isPersonalId)
}

/** Eighteen digits may be either number: what looks like a person's id is treated as one, for that one is secret. */
function creditCodeOf(certificate: X509Certificate, personalId: string | undefined): string | undefined {
  return [
    ...inExtensions(certificate, creditCodeOids, creditCodePattern),
    ...inSubject(certificate, creditCodePattern),
  ].find((code) => code !== personalId && !isPersonalId(code))
}

function kindOf(creditCode?: string, personalId?: string, organisation?: string): Holder['kind'] {
  if (creditCode !== undefined) return 'organisation'
  if (personalId !== undefined) return 'personal'
  return organisation === undefined ? 'unknown' : 'organisation'
}

function inExtensions({ extensions }: X509Certificate, oids: readonly string[], pattern: RegExp): readonly string[] {
  const values = oids.flatMap((oid) => extensions.values.get(oid) ?? [])
  return values.flatMap((value) => pattern.exec(extensionText(value))?.[0] ?? [])
}

/** Subject fields that consist of such a number. */
function inSubject({ subject }: X509Certificate, pattern: RegExp): readonly string[] {
  const whole = new RegExp(`^${pattern.source}$`)
  return subject.fields.map(({ value }) => value.trim()).filter((value) => whole.test(value))
}

/**
 * The value is a DER string by the book; some CAs put bare text there, or a string within another element. The numbers
 * are ASCII, so they can be read between the octets of any of these.
 */
function extensionText(value: Uint8Array): string {
  try {
    const element = readElement(value)
    return element.tag === tags.bmpString ? readText(element) : Buffer.from(element.content).toString('latin1')
  } catch (error) {
    if (error instanceof DerError) return Buffer.from(value).toString('latin1')
    throw error
  }
}
