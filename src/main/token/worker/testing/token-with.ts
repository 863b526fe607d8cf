import { CKA, CKO } from '../cryptoki.ts'
import type { Cryptoki, Handle } from '../cryptoki.ts'
import type { UnlockedToken } from '../unlock-token.ts'
import { createWorkerState } from '../worker-state.ts'
import type { WorkerState } from '../worker-state.ts'

interface FakeObject {
  readonly objectClass: number
  readonly id: string
}

export const [certificate, publicKey, privateKey, foreign, other] = [1, 2, 3, 4, 5].map((number) =>
  Buffer.of(number),
) as [Handle, Handle, Handle, Handle, Handle]
const objects = new Map<string, FakeObject>([
  ['01', { objectClass: CKO.certificate, id: 'aa' }],
  ['02', { objectClass: CKO.publicKey, id: 'aa' }],
  ['03', { objectClass: CKO.privateKey, id: 'aa' }],
  ['04', { objectClass: CKO.privateKey, id: 'bb' }],
  ['05', { objectClass: CKO.secretKey, id: 'aa' }],
])

/** A token on which every search finds these handles, whatever it was for. */
export function tokenWith(found: readonly Handle[], asked: string[]): WorkerState {
  const module = {
    C_GetAttributeValue: (_session: Handle, handle: Handle, types: readonly { readonly type: number }[]) => {
      asked.push(handle.toString('hex'))
      const object = objects.get(handle.toString('hex'))
      return types.map(({ type }) => ({
        type,
        value: type === CKA.class ? Buffer.of(object?.objectClass ?? 0) : Buffer.from(object?.id ?? '', 'hex'),
      }))
    },
  }
  return {
    ...createWorkerState(module as unknown as Cryptoki, { now: () => 0, sm2: undefined }),
    findObjects: () => found,
  }
}

/** A login on it, after a listing that has seen these objects by name. */
export function place(...listed: readonly string[]): UnlockedToken {
  const known = new Map(
    listed.map((name) => {
      const id = objects.get(name)?.id ?? ''
      return [
        name,
        name === '01' ? { kind: 'certificate', id, label: '', value: Buffer.alloc(0) } : { kind: 'publicKey', id },
      ]
    }),
  )
  const session = Buffer.of(9)
  // The token's info is not looked at here.
  const token = { slot: session, session, objects: known } as unknown as UnlockedToken['token']
  return { token, unlocked: { session, made: new Map(), found: new Map() } }
}
