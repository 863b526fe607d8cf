import { describe, expect, it } from 'vitest'

import { CKA, CKO } from './cryptoki.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import { findById, proveById } from './find-by-id.ts'
import type { UnlockedToken } from './unlock-token.ts'
import { createWorkerState } from './worker-state.ts'
import type { WorkerState } from './worker-state.ts'

interface FakeObject {
  readonly objectClass: number
  readonly id: string
}

const [certificate, publicKey, privateKey, foreign] = [1, 2, 3, 4].map((number) => Buffer.of(number)) as [
  Handle,
  Handle,
  Handle,
  Handle,
]
const objects = new Map<string, FakeObject>([
  ['01', { objectClass: CKO.certificate, id: 'aa' }],
  ['02', { objectClass: CKO.publicKey, id: 'aa' }],
  ['03', { objectClass: CKO.privateKey, id: 'aa' }],
  ['04', { objectClass: CKO.privateKey, id: 'bb' }],
])

/** A token on which every search finds these handles, whatever it was for. */
function tokenWith(found: readonly Handle[], asked: string[]): WorkerState {
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
  return { ...createWorkerState(module as unknown as Cryptoki, () => 0), findObjects: () => found }
}

function place(...listed: readonly string[]): UnlockedToken {
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

describe('findById', () => {
  it('takes the one object that was not listed for the private key, without asking', () => {
    const asked: string[] = []
    const state = tokenWith([certificate, publicKey, privateKey], asked)
    expect(findById(state, place('01', '02'), 'aa').map(({ kind, isProven }) => [kind, isProven])).toEqual([
      ['certificate', true],
      ['publicKey', true],
      ['privateKey', false],
    ])
    expect(asked).toEqual([])
  })

  it('asks for class and id of what was not listed when it is more than one', () => {
    const asked: string[] = []
    const state = tokenWith([certificate, publicKey, privateKey], asked)
    expect(findById(state, place(), 'aa').map(({ kind }) => kind)).toEqual(['certificate', 'publicKey', 'privateKey'])
    expect(asked).toEqual(['01', '02', '03'])
  })
})

describe('proveById', () => {
  it('leaves out what a careless search has found of another id', () => {
    const state = tokenWith([certificate, publicKey, foreign], [])
    const found = proveById(state, place('01', '02'), 'aa')
    expect(found.map(({ handle }) => handle)).toEqual([certificate, publicKey])
  })

  it('leaves out an object that was listed with another id', () => {
    const state = tokenWith([certificate, publicKey, privateKey], [])
    expect(proveById(state, place('01', '02'), 'bb')).toEqual([])
  })
})
