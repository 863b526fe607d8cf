import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { opensslVerifiesSm2 } from '../../support/openssl-verify.ts'
import { callsOf, createSkfStands, putPair } from '../../support/skf-steps.ts'
import { skfAbis } from '../../support/softskf/build.ts'
import { issueCertificate } from '../../support/token-certificate.ts'
import { failureOf, makePair, theToken, unlock } from '../../support/token-steps.ts'

const { end, start } = createSkfStands()
afterEach(end)

describe('the layout', () => {
  const octets = { 'u4-packed': 294, 'u4-natural': 296, 'u8-packed': 326, 'u8-natural': 328 } as const

  it.each(skfAbis)('%s is found, with numbers that make sense', async (abi) => {
    const stand = start({ abi })
    stand.store.setRoom({ octets: 100_000 })
    const { report } = await stand.token.request('report', {})
    expect(report?.devices[0]).toMatchObject({
      layout: {
        ulongOctets: abi.startsWith('u4') ? 4 : 8,
        alignment: abi.endsWith('packed') ? 'packed' : 'natural',
        deviceInfoOctets: octets[abi],
      },
      totalBytes: 100_000,
      algorithms: { symmetric: 0x403, asymmetric: 0x30700, hash: 7, deviceAuthentication: 0x401 },
    })
    const { freeBytes = 0, symmetric } = await theToken(stand)
    expect([freeBytes > 90_000 && freeBytes < 100_000, symmetric]).toEqual([true, ['sm4']])
  })

  it('without the last two numbers is good as well', async () => {
    const stand = start()
    stand.store.setOddities('devinfo-286')
    const slot = await unlock(stand)
    const pair = await makePair(stand, slot, 'sm2')
    const text = randomBytes(32)
    const { signature } = await stand.token.request('sign', { slot, id: pair.id, text })
    expect(opensslVerifiesSm2(pair.publicKey, text, signature)).toBe(true)
  })

  it('that is none we know lets the key be seen, but not be written to', async () => {
    const stand = start({ abi: 'u8-packed' })
    stand.store.setOddities('devinfo-286')
    const old = await putPair(stand, 'old')
    const token = await theToken(stand)
    expect(token).toMatchObject({ serialNumber: 'SOFT0000000000001', label: '测试 SM2 Key' })
    expect([token.freeBytes, token.symmetric, token.certificates.length]).toEqual([undefined, undefined, 1])
    const slot = await unlock(stand)
    callsOf(stand)
    const write = { slot, id: old.id, label: '', ...(await issueCertificate()) }
    for (const attempt of [
      stand.token.request('generateKeyPair', { slot, id: stand.newId(), label: '', keyType: 'sm2' }),
      stand.token.request('writeCertificate', write),
      stand.token.request('removePair', { slot, id: old.id }),
    ]) {
      expect(await failureOf(attempt)).toMatchObject({
        code: 'token.layoutUnknown',
        details: { deviceInfoOctets: 310 },
      })
    }
    expect(callsOf(stand).filter((call) => /Create|Gen|Import|Delete/.test(call))).toEqual([])
    expect(stand.store.certificate('old', 'signing')).toEqual(old.certificate)
  })
})
