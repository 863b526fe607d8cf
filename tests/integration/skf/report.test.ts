import { afterEach, describe, expect, it } from 'vitest'
import { callsOf, countCalls, createSkfStands, putPair } from '../../support/skf-steps.ts'
import { failureOf, theToken, unlock } from '../../support/token-steps.ts'

const { end, start } = createSkfStands()
afterEach(end)

describe('the report', () => {
  it('tells what there is, asks for no PIN and writes nothing', async () => {
    const stand = start()
    const { certificate } = await putPair(stand, 'old')
    stand.store.putPair({ container: 'old', role: 'encryption' })
    await theToken(stand)
    callsOf(stand)
    const { report } = await stand.token.request('report', {})
    expect(countCalls(stand)).not.toHaveProperty('VerifyPIN')
    expect(
      report?.calls.map(({ name }) => name).filter((name) => /Lock|PIN$|Create|Gen|Import|Delete|Clear/.test(name)),
    ).toEqual([])
    expect(report?.devices).toMatchObject([
      {
        ...{ name: 'SOFT0000000000001', manufacturer: 'SoftSKF', hardware: '1.0', firmware: '1.0' },
        applications: [
          {
            name: 'CA-APP',
            userPin: { most: 10, left: 10, isDefault: true },
            administratorPin: { most: 10, left: 10 },
            containers: [
              {
                ...{ name: 'old', type: 2, signingCertificate: certificate },
                ...{ signingKeyOctets: 132, encryptionKeyOctets: 132 },
              },
            ],
          },
        ],
      },
    ])
    expect(report).toMatchObject({ form: 'names' })
    expect(report?.exported).toContain('SKF_VerifyPIN')
    expect(report?.missing).toContain('SKF_MacFinal')
    const missing = report?.calls.find(({ name, code }) => name === 'SKF_ExportCertificate' && code !== 0)
    expect(missing).toMatchObject({ code: 0x0a00001c })
    expect((await theToken(stand)).certificates).toHaveLength(1)
  })

  it('names a thousand containers, and looks into some of them', async () => {
    const stand = start()
    for (let index = 0; index < 1000; index += 1) {
      stand.store.putPair({ container: `R${index}`, role: 'signing', privateKey: null, certificate: Uint8Array.of(1) })
    }
    const { report } = await stand.token.request('report', {})
    const containers = report?.devices[0]?.applications[0]?.containers ?? []
    expect(containers).toHaveLength(1000)
    expect(containers.filter(({ type }) => type !== undefined)).toHaveLength(64)
  })

  it('goes on past what fails, and waits while somebody works with the key', async () => {
    const stand = start()
    stand.store.setFault('SKF_GetDevInfo:0:rv=0x0A000001')
    const { report } = await stand.token.request('report', {})
    expect(report?.devices).toMatchObject([{ name: 'SOFT0000000000001', applications: [{ name: 'CA-APP' }] }])
    stand.store.clearFault()
    await unlock(stand)
    expect(await failureOf(stand.token.request('report', {}))).toEqual({ code: 'token.busy' })
  })
})
