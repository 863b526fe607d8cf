import { createHash } from 'node:crypto'
import type { Card, Certificate } from '../../shared/ipc/models.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { readExactCertificate } from '../x509/certificate.ts'
import type { Assess } from '../trust/describe-trust.ts'
import { describeCertificate, type Carrier } from './describe-certificate.ts'

interface Described {
  readonly view: Certificate
  /** Hex of the subject's DER; absent for what cannot be read. */
  readonly subject?: string
}

/**
 * What renewals have put in place of what: old signing keys by new ones (hex SHA-256 of their SPKI), where the old one had to
 * stay on the token because an old encryption key lies in the same container.
 */
export type Followed = ReadonlyMap<string, string>

/** What needs attention comes first. */
const order: readonly Certificate['status'][] = [
  'revoked',
  'expiring',
  'expired',
  'untrusted',
  'valid',
  'in-period',
  'not-yet-valid',
  'no-private-key',
  'unreadable',
]

/**
 * One card per certificate, but encryption certificates join the signing certificate of the same subject: Chinese CAs
 * issue them as a pair, and the encryption certificates of earlier pairs stay on the token. So does a signing certificate
 * that another one on this token has followed.
 */
export function describeCards(
  token: Pick<TokenSnapshot, 'certificates'> & Carrier,
  now: Date,
  { assess, followed = new Map() }: { readonly assess?: Assess; readonly followed?: Followed } = {},
): readonly Card[] {
  const described = token.certificates.map((stored): Described => {
    const subject = readExactCertificate(stored.value)?.subject.der
    const view = describeCertificate(stored, token, now, assess)
    return subject === undefined ? { view } : { view, subject: Buffer.from(subject).toString('hex') }
  })
  const followerOf = ({ view }: Described) => {
    const newKey = followed.get(view.publicKeySha256 ?? '')
    return newKey === undefined ? undefined : described.find((other) => other.view.publicKeySha256 === newKey)
  }
  const signing = described.filter(({ view }) => view.usage !== 'encryption')
  const cards = signing.filter((one) => followerOf(one) === undefined).map((one) => [one])
  for (const old of signing) {
    const follower = followerOf(old)
    cards.find(([first]) => first !== undefined && first === follower)?.push({ ...old, view: asFollowed(old.view) })
  }
  for (const encryption of described.filter(({ view }) => view.usage === 'encryption')) {
    const partners = cards.filter((card) => isPartner(card, encryption))
    const partner = partners.find((card) => card.every(({ view }) => view.usage !== 'encryption')) ?? partners[0]
    if (partner === undefined) cards.push([encryption])
    else partner.push(encryption)
  }
  return cards.map((card) => toCard(markHistorical(card.map(({ view }) => view)))).sort(byUrgency)
}

function asFollowed(view: Certificate): Certificate {
  return { ...view, isHistorical: true, action: 'none', actionRefusal: { code: 'renewal.followed' } }
}

function isPartner(card: readonly Described[], { subject }: Described): boolean {
  const [first] = card
  return subject !== undefined && first?.subject === subject && first.view.usage === 'signing'
}

/** Of several encryption certificates the one that ends last is in use; the others are kept for old files. */
function markHistorical(certificates: readonly Certificate[]): Certificate[] {
  const encryption = certificates.filter(({ usage }) => usage === 'encryption').sort(byEnd)
  const [current, ...historical] = encryption
  const signing = certificates.filter(({ usage }) => usage !== 'encryption')
  return [
    ...signing.filter(({ isHistorical }) => !isHistorical),
    ...(current === undefined ? [] : [current]),
    ...signing.filter(({ isHistorical }) => isHistorical),
    ...historical.map((certificate) => ({ ...certificate, isHistorical: true })),
  ]
}

function byEnd(one: Certificate, other: Certificate): number {
  return (other.notAfter ?? '').localeCompare(one.notAfter ?? '')
}

function toCard(certificates: Certificate[]): Card {
  const names = certificates.map(({ id, tokenSerialNumber }) => `${tokenSerialNumber}:${id}`).join('|')
  return {
    id: createHash('sha256').update(names).digest('hex').slice(0, 16),
    tokenSerialNumber: certificates[0]?.tokenSerialNumber ?? '',
    certificates,
  }
}

function byUrgency(one: Card, other: Card): number {
  const [first, second] = [one.certificates[0], other.certificates[0]]
  if (first === undefined || second === undefined) return 0
  const rank = order.indexOf(first.status) - order.indexOf(second.status)
  return rank !== 0 ? rank : (first.notAfter ?? '').localeCompare(second.notAfter ?? '')
}
