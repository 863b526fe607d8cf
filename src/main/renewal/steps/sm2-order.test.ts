import { describe, expect, it } from 'vitest'
import { encryptionIdOf } from '../begun-objects.ts'
import type { IssuedCertificates, Platform } from '../ports.ts'
import {
  recordBySkf,
  createSm2Work,
  order,
  startedByPkcs11,
  startedBySkf,
  startedByUnknownKey,
} from '../testing/sm2-work.ts'
import { createFakeSkfToken } from '../testing/fake-skf-token.ts'
import type { EntryOf } from '../journal-entry.ts'
import { collectCertificate } from './collect-certificate.ts'
import { placeOrder } from './place-order.ts'
import { submitRequest } from './submit-request.ts'

const at = order.at
const intended: EntryOf<'key-intended'> = {
  ...{ state: 'key-intended', at, id: '5231' + '01', label: 'old', keyType: 'sm2', attempt: 1, unwraps: true },
}
const made: EntryOf<'key-made'> = { state: 'key-made', at, publicKeySha256: 'a'.repeat(64), request: 'AQID' }
const placed = { id: 'order-1', state: 'ready', popRequired: true, popNonce: 'n', expiresAt: at, withEncryption: true }

/** A platform that remembers what it was told. */
function listening() {
  const told: unknown[] = []
  const platform = {
    findCertificate: () => Promise.resolve({ id: 'c-1' }),
    createOrder: (...call: unknown[]) => {
      told.push(call)
      return Promise.resolve({ ...placed, wasThere: false })
    },
    submitRequest: (...call: unknown[]) => {
      told.push(call)
      return Promise.resolve(placed)
    },
  } as unknown as Partial<Platform>
  return { told, platform }
}

const wrappings = ['sm2-enveloped-key/sm4-ecb', 'sm2-enveloped-key/sm1-ecb']

describe('an SM2 order', () => {
  it('tells with its first call what the key unwraps, and the very same when it is repeated', async () => {
    const { told, platform } = listening()
    const record = recordBySkf({}, 'started')
    await placeOrder(createSm2Work(createFakeSkfToken(), record, platform))
    await placeOrder(createSm2Work(createFakeSkfToken(), record, platform))
    expect(told[0]).toEqual([{ kind: 'renewal', certificateId: 'c-1', keyWrapping: wrappings }, expect.any(String)])
    expect(told[1]).toEqual(told[0])
  })

  it.each([
    ['its key has no SM4', { ...startedBySkf, symmetric: ['sm1' as const] }],
    ['nobody knows what its key has', startedByUnknownKey],
    ['it began by PKCS#11', startedByPkcs11],
  ])('tells nothing when %s', async (_when, started) => {
    const { told, platform } = listening()
    await placeOrder(createSm2Work(createFakeSkfToken(), recordBySkf({ started }, 'started'), platform))
    expect(told).toEqual([[{ kind: 'renewal', certificateId: 'c-1' }, expect.any(String)]])
  })

  it.each([
    [true, wrappings],
    [false, []],
  ])('tells it again with the request when the new key unwraps (%s)', async (unwraps, keyWrapping) => {
    const { told, platform } = listening()
    const record = recordBySkf({ order, 'key-intended': { ...intended, unwraps }, 'key-made': made }, 'key-made')
    await submitRequest(createSm2Work(createFakeSkfToken(), record, platform))
    expect(told).toEqual([[expect.objectContaining({ keyWrapping }), expect.any(String)]])
  })
})

it('keeps the envelope as it came, for the container of the signing pair', async () => {
  const issued: IssuedCertificates = {
    ...{ signing: Uint8Array.of(1), chain: [] },
    encryption: {
      ...{ certificate: Uint8Array.of(2), wrapping: 'sm2-enveloped-key/sm4-ecb', envelopedKey: Uint8Array.of(3) },
    },
  }
  const record = recordBySkf({ order, 'key-intended': intended, 'key-made': made }, 'submitted')
  const work = createSm2Work(createFakeSkfToken(), record, { readIssued: () => Promise.resolve(issued) })
  await collectCertificate(work)
  expect(encryptionIdOf(record)).toBe('523102')
  expect(work.written).toMatchObject([
    {
      encryption: {
        ...{ id: '523102', certificate: 'Ag==', wrapping: 'sm2-enveloped-key/sm4-ecb', envelopedKey: 'Aw==' },
      },
    },
  ])
})
