import { expect, it } from 'vitest'
import * as z from 'zod'
import { idempotencyKey } from './idempotency-key.ts'

const renewalId = '11111111-1111-4111-8111-111111111111'

it('is the same UUID for the same action of the same renewal, and another one for anything else', () => {
  const key = idempotencyKey(renewalId, 'request', 'a')
  expect(z.uuid().safeParse(key).success).toBe(true)
  expect(idempotencyKey(renewalId, 'request', 'a')).toBe(key)
  const others = [
    idempotencyKey(renewalId, 'request', 'b'),
    idempotencyKey(renewalId, 'requesta'),
    idempotencyKey('22222222-2222-4222-8222-222222222222', 'request', 'a'),
  ]
  expect(new Set([key, ...others]).size).toBe(4)
})
