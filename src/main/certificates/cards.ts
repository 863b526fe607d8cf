import { createHash } from 'node:crypto'
import type { Card, Certificate } from '../../shared/ipc/models.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { readExactCertificate } from '../x509/certificate.ts'
import { describeCertificate } from './describe-certificate.ts'

interface Described {
  readonly view: Certificate
  /** Hex of the subject's DER; absent for what cannot be read. */
  readonly subject?: string
}

/** What needs attention comes first. */
const order: readonly Certificate['status'][] = [
  'expiring',
  'expired',
  'valid',
  'not-yet-valid',
  'no-private-key',
  'unreadable',
]

/**
 * One card per certificate, but an encryption certificate joins the signing certificate of the same subject: Chinese CAs
 * issue them as a pair.
 */
export function describeCards(token: TokenSnapshot, now: Date): readonly Card[] {
  const described = token.certificates.map((stored): Described => {
    const subject = readExactCertificate(stored.value)?.subject.der
    const view = describeCertificate(stored, token.serialNumber, now)
    return subject === undefined ? { view } : { view, subject: Buffer.from(subject).toString('hex') }
  })
  const cards = described.filter(({ view }) => view.usage !== 'encryption').map((one) => [one])
  for (const encryption of described.filter(({ view }) => view.usage === 'encryption')) {
    const partner = cards.find((card) => isPartner(card, encryption))
    if (partner === undefined) cards.push([encryption])
    else partner.push(encryption)
  }
  return cards.map((card) => toCard(card.map(({ view }) => view))).sort(byUrgency)
}

function isPartner(card: readonly Described[], { subject }: Described): boolean {
  const [first] = card
  return card.length === 1 && subject !== undefined && first?.subject === subject && first.view.usage === 'signing'
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
