import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { whyNotInChain } from './chain.ts'
import { isDual, remains } from './kinds.ts'
import type { World } from './world.ts'

/** Something was lost, or was done twice: what a scenario must never come to. */
class Loss extends Error {}

export function require(isTrue: boolean, loss: string): asserts isTrue {
  if (!isTrue) throw new Loss(loss)
}

/** Rule 1: whatever has just died, the key holds no fewer pairs than at the start. */
export function requireNothingLost(world: World): void {
  const { template, key } = world
  const atStart = template.signing.length + (template.encryption === undefined ? 0 : 1)
  const usable = key.usablePairs()
  require(usable.length >= atStart, `usable pairs: ${usable.length} of ${atStart}`)
  requireOldFile(world)
}

function requireOldFile({ template, key }: World): void {
  const old = template.encryption
  if (old === undefined) return
  require(key.decryptFile(old) === old.plaintext, 'an old file does not decrypt')
}

/** Exactly the new pairs, the old encryption pair, and the books of one renewal. */
export function requireCompleted(world: World, renewals = 1): void {
  const { template, key } = world
  const { pairs, lines, keepsOldSigning } = remains[template.kind]
  const [usable, found] = [key.usablePairs(), key.contents().filter((line) => !line.startsWith('Data '))]
  const left = template.signing.filter((id) => usable.includes(id))
  require(left.length === (keepsOldSigning === true ? template.signing.length : 0), `old signing pairs: ${left.length}`)
  require(usable.length === pairs, `usable pairs at the end: ${usable.length}`)
  require(found.length === lines, `on the key at the end: ${found.join(', ')}`)
  requireOldFile(world)
  requireBooks(world, renewals)
  for (const certificate of key.signingCertificates()) {
    const why = whyNotInChain(world, certificate)
    require(why === undefined, `openssl does not accept the certificate: ${why}`)
  }
}

function requireBooks({ template, simulator, smsRequests }: World, renewals: number): void {
  const books = simulator.books()
  const encryption = isDual(template.kind) ? 1 : 0
  require(books.orders === renewals, `orders: ${books.orders}`)
  require(books.certificatesIssued === renewals, `certificates: ${books.certificatesIssued}`)
  require(books.encryptionCertificatesIssued === encryption, `encryption: ${books.encryptionCertificatesIssued}`)
  require(books.confirmations === renewals && books.withdrawals === 0, `confirmations: ${JSON.stringify(books)}`)
  require(books.sms <= smsRequests, `SMS: ${books.sms} for ${smsRequests} requests`)
}

export function readJournals(userData: string): readonly string[] {
  const folder = join(userData, 'renewals')
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return names.map((name) => readFileSync(join(folder, name), 'utf8'))
}

/** Exactly what was there at the start; the platform has no certificate that counts. */
export function requireUntouched(world: World): void {
  const { template, key, simulator } = world
  const [found, before] = [key.contents().join(', '), template.contents.join(', ')]
  require(found === before, `on the key after giving up: ${found}; before: ${before}`)
  requireNothingLost(world)
  require(simulator.books().confirmations === 0, 'confirmed although it was given up')
}
