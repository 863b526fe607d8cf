import { describe, expect, it } from 'vitest'
import { readContainerId, toContainerId } from '../../shared/token/container-id.ts'
import { encryptionId, keyId } from './key-id.ts'

const byPkcs11 = { orderId: 'order-1', interface: 'pkcs11' } as const
const bySkf = { orderId: 'order-1', interface: 'skf' } as const
const nameOf = (id: string) => Buffer.from(readContainerId(id)?.container ?? []).toString('latin1')

describe('by PKCS#11', () => {
  it('the ids are what they have always been: keys of old journals are found by them', () => {
    expect(keyId(byPkcs11, 'signing', 1)).toBe('d6b844b8ae21b0354ca170ddd35c870ccce0a1cb')
    expect(keyId(byPkcs11, 'encryption', 2)).toBe('a03dec4bc46c8001afcee37379e1eace109cc10e')
  })

  it('the encryption pair has an id that does not look at the signing pair', () => {
    expect(encryptionId(byPkcs11, { id: 'aa', attempt: 2 })).toBe(keyId(byPkcs11, 'encryption', 2))
  })
})

describe('by SKF', () => {
  it('both pairs of a try share a container, whose name is short, plain and always the same', () => {
    const [signing, encryption] = [keyId(bySkf, 'signing', 1), keyId(bySkf, 'encryption', 1)]
    expect(nameOf(signing)).toMatch(/^R[0-9a-f]{30}$/)
    expect(nameOf(signing)).toBe('R16a566a57c3cd52e64e4b9294e69d9')
    expect(nameOf(encryption)).toBe(nameOf(signing))
    expect([signing, encryption].map((id) => readContainerId(id)?.role)).toEqual(['signing', 'encryption'])
    expect(encryptionId(bySkf, { id: signing, attempt: 1 })).toBe(encryption)
  })

  it('each try and each order has a container of its own', () => {
    const others = [keyId(bySkf, 'signing', 2), keyId({ ...bySkf, orderId: 'order-2' }, 'signing', 1)]
    expect(new Set([keyId(bySkf, 'signing', 1), ...others].map(nameOf)).size).toBe(3)
  })

  it('beside a key that was found in another container the encryption key goes there', () => {
    const container = new TextEncoder().encode('somebody else')
    const id = encryptionId(bySkf, { id: toContainerId({ container, role: 'signing' }), attempt: 1 })
    expect(readContainerId(id)).toEqual({ container, role: 'encryption' })
  })
})
