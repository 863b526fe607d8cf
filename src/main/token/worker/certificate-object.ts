import { AppError } from '../../app-error.ts'
import type { TokenInput, TokenOutput } from '../../../shared/token/messages.ts'
import { CKA, CKC_X_509, CKO } from './cryptoki.ts'
import { proveById } from './find-by-id.ts'
import { readAttributes } from './read-attributes.ts'
import { unlockedToken } from './unlock-token.ts'
import type { WorkerState } from './worker-state.ts'

/** Native calls: C_CreateObject. */
export function writeCertificate(state: WorkerState, input: TokenInput<'writeCertificate'>): void {
  const { unlocked } = unlockedToken(state, input.slot)
  unlocked.found.delete(input.id)
  const certificate = state.module.C_CreateObject(unlocked.session, [
    { type: CKA.class, value: CKO.certificate },
    { type: CKA.certificateType, value: CKC_X_509 },
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.id, value: Buffer.from(input.id, 'hex') },
    { type: CKA.label, value: Buffer.from(input.label, 'utf8') },
    { type: CKA.subject, value: Buffer.from(input.subject) },
    { type: CKA.issuer, value: Buffer.from(input.issuer) },
    { type: CKA.serialNumber, value: Buffer.from(input.serialNumber) },
    { type: CKA.value, value: Buffer.from(input.certificate) },
  ])
  unlocked.made.set(input.id, { ...unlocked.made.get(input.id), certificate })
}

/** Native calls: 2 for a certificate that this login wrote; else it is searched for first. */
export function readCertificate(
  state: WorkerState,
  { slot, id }: TokenInput<'readCertificate'>,
): TokenOutput<'readCertificate'> {
  const place = unlockedToken(state, slot)
  const { session, made } = place.unlocked
  const object =
    made.get(id)?.certificate ?? proveById(state, place, id).find(({ kind }) => kind === 'certificate')?.handle
  if (object === undefined) return {}
  const values = readAttributes(state.module, { session, object, types: [CKA.value] })
  if (values === undefined) return {}
  const [certificate] = values
  if (certificate === undefined) throw new AppError('certificate.unreadable')
  return { certificate: Uint8Array.from(certificate) }
}
