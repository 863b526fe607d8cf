import { CKA, CKO, nameOf, numberOf } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { readAttributes } from './read-attributes.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { FoundObject, WorkerState } from './worker-state.ts'

const kinds = new Map<number, FoundObject['kind']>([
  [CKO.certificate, 'certificate'],
  [CKO.publicKey, 'publicKey'],
  [CKO.privateKey, 'privateKey'],
])

/**
 * Everything with this CKA_ID: 3 native calls, remembered for this login. The certificate and the public key are known
 * by handle from the listing, so one object more is the private key without asking; until it has signed, that is a guess
 * (`isProven`). More than one unknown object are asked for class and id (2 calls each), and those of another id left out.
 */
export function findById(state: WorkerState, { token, unlocked }: UnlockedToken, id: string): readonly FoundObject[] {
  const remembered = unlocked.found.get(id)
  if (remembered !== undefined) return remembered
  const hasId = (name: string): boolean => {
    const known = token.objects.get(name)
    return known !== undefined && known.kind !== 'other' && known.id === id
  }
  const expected = [...token.objects.keys()].filter(hasId).length + 1
  const idBytes = Buffer.from(id, 'hex')
  const handles = state.findObjects(unlocked.session, [{ type: CKA.id, value: idBytes }], expected)
  const unknown = handles.filter((handle) => !hasId(nameOf(handle)))
  const isElimination = unknown.length === 1 && handles.length > 1
  const found = handles.flatMap((handle): readonly FoundObject[] => {
    const known = token.objects.get(nameOf(handle))
    if (known !== undefined && known.kind !== 'other' && known.id === id) {
      return [{ handle, kind: known.kind, isProven: true }]
    }
    if (isElimination && known === undefined) return [{ handle, kind: 'privateKey', isProven: false }]
    return describe(state, { session: unlocked.session, object: handle, id })
  })
  unlocked.found.set(id, found)
  return found
}

/** The same with every guess asked for. */
export function proveById(state: WorkerState, place: UnlockedToken, id: string): readonly FoundObject[] {
  const { session, found } = place.unlocked
  const proven = findById(state, place, id).flatMap((object) =>
    object.isProven ? [object] : describe(state, { session, object: object.handle, id }),
  )
  found.set(id, proven)
  return proven
}

interface Description {
  readonly session: Handle
  readonly object: Handle
  readonly id: string
}

/** Class and id as the token tells them; nothing for an object that is gone, tells neither, or has another id. */
function describe(state: WorkerState, { session, object, id }: Description): readonly FoundObject[] {
  const values = readAttributes(state.module, { session, object, types: [CKA.class, CKA.id] })
  const [objectClass, objectId] = values ?? []
  if (objectClass === undefined || objectId?.toString('hex') !== id) return []
  return [{ handle: object, kind: kinds.get(numberOf(objectClass)) ?? 'other', isProven: true }]
}
