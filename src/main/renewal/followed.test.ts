import { expect, it } from 'vitest'
import { followedBy } from './followed.ts'
import { order, recordBySkf } from './testing/sm2-work.ts'

const at = order.at
const made = { state: 'key-made', at, publicKeySha256: 'b'.repeat(64) } as const

it.each([true, false])('a pair that had to stay is followed by the one of its renewal (seen why: %s)', (isSeen) => {
  const completed = { state: 'completed', at, oldPair: 'kept', holdsEncryptionKey: isSeen } as const
  const record = recordBySkf({ 'key-made': made, completed }, 'completed')
  expect([...followedBy([record])]).toEqual([[record.started.oldPublicKeySha256, made.publicKeySha256]])
})

it.each([
  ['was removed', { state: 'completed', at, oldPair: 'removed' }],
  ['was kept for another reason: nothing is known of what it is for', { state: 'completed', at, oldPair: 'kept' }],
] as const)('none that %s', (_, completed) => {
  expect([...followedBy([recordBySkf({ 'key-made': made, completed }, 'completed')])]).toEqual([])
})

it('nor by a renewal that is not at its end', () => {
  expect([...followedBy([recordBySkf({ 'key-made': made }, 'key-made')])]).toEqual([])
})
