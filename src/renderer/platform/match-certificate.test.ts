import { describe, expect, test } from 'vitest'
import { sampleCard, sampleCertificate, sampleOverview } from '../../../tests/support/fake-desktop.ts'
import { matchCertificate } from './match-certificate.ts'

const notAfter = '2026-12-20T01:30:00.000Z'
const held = sampleCertificate('a', { serialNumber: '0A1B2C', notAfter })
const other = sampleCertificate('b', { serialNumber: '7F', notAfter })
const overview = sampleOverview({ cards: [sampleCard([other]), sampleCard([held])] })
const key = (letter: string) => letter.repeat(64)

describe('a certificate of the platform is on the key', () => {
  test('by its public key, whatever its number is', () => {
    const wanted = { serialNumber: 'FF', notAfter: '2030-01-01T00:00:00.000Z', publicKeySha256: key('a') }
    expect(matchCertificate(overview, wanted)?.id).toBe(held.id)
  })

  test('by its public key before its number', () => {
    expect(matchCertificate(overview, { serialNumber: '7F', notAfter, publicKeySha256: key('a') })?.id).toBe(held.id)
  })

  test('by the number where the key was certified more than once', () => {
    const again = sampleCertificate('c', { publicKeySha256: key('a'), serialNumber: '99' })
    const twice = sampleOverview({ cards: [sampleCard([held]), sampleCard([again])] })
    expect(matchCertificate(twice, { serialNumber: '99', notAfter, publicKeySha256: key('a') })?.id).toBe(again.id)
  })

  test.each(['A1B2C', '0a1b2c', '000A1B2C'])(
    'by its number %s and its end, however they are written',
    (serialNumber) => {
      const wanted = { serialNumber, notAfter: '2026-12-20T09:30:00+08:00' }
      expect(matchCertificate(overview, wanted)?.id).toBe(held.id)
    },
  )
})

describe('a certificate of the platform is not on the key', () => {
  test('when only the number is the same: another issuer may have given it too', () => {
    const wanted = { serialNumber: '0A1B2C', notAfter: '2027-12-20T01:30:00.000Z' }
    expect(matchCertificate(overview, wanted)).toBeUndefined()
  })

  test('when neither has a public key', () => {
    const unread = sampleOverview({ cards: [sampleCard([sampleCertificate('a', { publicKeySha256: undefined })])] })
    expect(matchCertificate(unread, { serialNumber: '01', notAfter })).toBeUndefined()
  })

  test('when nothing was read yet', () => {
    expect(matchCertificate(undefined, { serialNumber: '01', notAfter, publicKeySha256: key('a') })).toBeUndefined()
  })
})
