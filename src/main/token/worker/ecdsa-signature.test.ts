import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { toDerSignature } from './ecdsa-signature.ts'

describe('toDerSignature', () => {
  it.each(['prime256v1', 'secp521r1'])('makes what verifies on %s, whatever the leading bits are', (namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const text = `text ${attempt}`
      const raw = createSign('sha256').update(text).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' })
      expect(createVerify('sha256').update(text).verify(publicKey, toDerSignature(raw))).toBe(true)
    }
  })

  it('writes the shortest integers that are not negative', () => {
    const raw = Buffer.from('0000000180000000', 'hex')
    expect(Buffer.from(toDerSignature(raw)).toString('hex')).toBe('300a02010102050080000000')
  })
})
