import { afterEach, expect, it } from 'vitest'
import { answers } from './testing/behaviours.ts'
import { failureOf, startLoggedIn, type LoopbackPlatform } from './testing/loopback-platform.ts'
import type { Behaviour } from './testing/loopback-server.ts'
import { certificateSample } from './testing/wire-samples.ts'

const publicKeySha256 = 'a'.repeat(64)
const other = certificateSample({ id: 'c2', publicKeySha256: 'b'.repeat(64) })

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

function page(items: readonly object[], total = items.length): Behaviour {
  return answers(200, { items, page: 1, pageSize: 100, total })
}

function queries(): readonly string[] {
  return (open?.requests() ?? []).map(({ url }) => url.replace('/api/v1/certificates?', ''))
}

it('finds the certificate with the serial number and the public key', async () => {
  open = await startLoggedIn([page([certificateSample(), other])])
  expect(await open.platform.findCertificate({ serialNumber: '00:0a:1b', publicKeySha256 })).toEqual({
    id: 'c1',
    publicKeySha256,
    notAfter: '2026-12-23T08:00:00Z',
    renewable: true,
  })
  expect(queries()).toEqual(['page=1&pageSize=100&serialNumber=0A1B'])
})

it('looks through all pages for the public key when the serial number belongs to another', async () => {
  const older = certificateSample({ id: 'c8' })
  const newer = certificateSample({ id: 'c9', notAfter: '2027-12-23T08:00:00Z' })
  open = await startLoggedIn([page([other]), page([older, newer], 3), page([other], 3)])
  expect(await open.platform.findCertificate({ serialNumber: 'A1B', publicKeySha256 })).toMatchObject({ id: 'c9' })
  expect(queries()).toEqual(['page=1&pageSize=100&serialNumber=0A1B', 'page=1&pageSize=100', 'page=2&pageSize=100'])
})

it('says so when the account has none', async () => {
  open = await startLoggedIn([page([]), page([other])])
  const failure = await failureOf(open.platform.findCertificate({ serialNumber: '0A1B', publicKeySha256 }))
  expect(failure).toEqual({ code: 'platform.certificateUnknown', details: { outcome: 'not-done' } })
})

it('does not look for ever, and then does not say that there is none', async () => {
  open = await startLoggedIn([page([other], 1_000_000)])
  const failure = await failureOf(open.platform.findCertificate({ serialNumber: 'not hex', publicKeySha256 }))
  expect([failure.code, queries().length]).toEqual(['platform.offContract', 50])
})
