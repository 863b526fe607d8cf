import { randomBytes } from 'node:crypto'
import { AppError } from '../../src/main/app-error.ts'
import type { Failure } from '../../src/shared/failure.ts'
import type { KeyType, TokenSnapshot } from '../../src/shared/token/messages.ts'
import { issueCertificate, type TestCertificate } from './token-certificate.ts'
import type { TokenStand } from './token-stand.ts'

export async function theToken({ token, tokenLabel }: TokenStand): Promise<TokenSnapshot> {
  const { tokens } = await token.request('list', { withState: true })
  const first = tokens.find(({ label }) => label === tokenLabel) ?? tokens[0]
  if (first === undefined) throw new Error('no token is listed')
  return first
}

/** Logs in, and answers with the slot. */
export async function unlock(stand: TokenStand, pin = stand.pin): Promise<string> {
  const { slot, serialNumber } = await theToken(stand)
  await stand.token.request('unlock', { slot, serialNumber, pin })
  return slot
}

export async function failureOf(request: Promise<unknown>): Promise<Failure> {
  const thrown: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (thrown instanceof AppError) return thrown.failure
  throw new Error('expected a failure', { cause: thrown })
}

export interface NewPair extends TestCertificate {
  readonly id: string
  readonly publicKey: Uint8Array
}

/** An id that nothing on the token has. */
export function newId({ newId: make }: TokenStand): string {
  return make?.() ?? randomBytes(20).toString('hex')
}

/** A key pair made on the token, with a certificate for it beside it. */
export async function makePair(stand: TokenStand, slot: string, keyType: KeyType): Promise<NewPair> {
  const { token } = stand
  const id = newId(stand)
  const { publicKey } = await token.request('generateKeyPair', { slot, id, label: '张三', keyType })
  const issued = await issueCertificate(publicKey)
  await token.request('writeCertificate', { slot, id, label: '张三', ...issued })
  return { id, publicKey, ...issued }
}

/** A certificate, or what is none, without a key beside it. */
export async function putCertificate(
  { token, putCertificate: put }: TokenStand,
  slot: string,
  { id, label, issued }: { readonly id: string; readonly label: string; readonly issued: TestCertificate },
): Promise<void> {
  if (put === undefined) await token.request('writeCertificate', { slot, id, label, ...issued })
  else put(id, issued.certificate)
}
