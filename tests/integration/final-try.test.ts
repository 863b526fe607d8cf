/** A page that was taken over tries PINs: main asks the user before the last one, in a window that no page can answer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildCertificate, commonName, keyUsage, utf8Entry } from '../../src/main/x509/testing/built-certificate.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, type Desk } from '../support/desk.ts'
import { createSkfStore, skfPin, type SkfStore } from '../support/softskf/store.ts'

vi.setConfig({ testTimeout: 60_000 })

let desk: Desk
let skf: SkfStore
let app: AppUnderTest | undefined

beforeEach(async () => {
  desk = await createDesk()
  skf = createSkfStore()
  skf.addKey()
  const { publicKey } = skf.putPair({ container: 'sm2', role: 'signing' })
  const certificate = buildCertificate({
    ...{ subject: [utf8Entry(commonName, '张三')], extensions: [keyUsage(0)], notAfter: '280101000000Z' },
    ...(publicKey === undefined ? {} : { publicKey }),
  })
  const privateKey = skf.privateKey('sm2', 'signing') ?? null
  skf.putPair({ container: 'sm2', role: 'signing', certificate, privateKey })
})

afterEach(async () => {
  await app?.close()
  app = undefined
  skf.remove()
  await desk.remove()
})

/** The program over the software SKF module, whose keys count down from ten. */
async function start(agrees: boolean) {
  const asked: string[] = []
  const confirmFinalTry = (cardNumber: string) => {
    asked.push(cardNumber)
    return Promise.resolve(agrees)
  }
  app = await startApp(desk, { modules: [skf.modulePath], environment: skf.environment, confirmFinalTry })
  const { tokens } = await app.overview((overview) => overview.cards.length > 0)
  const { call } = app
  const tokenSerialNumber = tokens[0]?.serialNumber ?? ''
  const change = (pin: string) => call('pin:change', { tokenSerialNumber, pin, newPin: 'Kite-5927' })
  return { asked, value: app.value, change }
}

const codeOf = (result: Awaited<ReturnType<Awaited<ReturnType<typeof start>>['change']>>) =>
  result.ok ? 'changed' : result.failure.code

describe('the last try of a PIN', () => {
  it('however often it calls, a page gets no further than the last try', async () => {
    const { asked, change, value } = await start(false)
    const wrong = await Promise.all(Array.from({ length: 40 }, () => change('00000000').then(codeOf)))
    for (let calls = 0; calls < 14; calls += 1) wrong.push(codeOf(await change('00000000')))
    expect(wrong.filter((code) => code === 'token.pinIncorrect')).toHaveLength(9)
    expect(new Set(wrong)).toEqual(new Set(['token.pinIncorrect', 'token.busy', 'token.pinFinalTry']))
    expect(new Set(asked)).toEqual(new Set(['SOFT0000000000001']))
    const [token] = (await value('certificates:overview', {})).tokens
    expect(token?.pin).toMatchObject({ triesLeft: 1 })
    expect(codeOf(await change(skfPin))).toBe('token.pinFinalTry')
  })

  it('is known of a key that was only glanced at since the program has started', async () => {
    const first = await start(false)
    for (let calls = 0; calls < 9; calls += 1) await first.change('00000000')
    await app?.close()
    const { asked, change } = await start(false)
    expect(codeOf(await change('00000000'))).toBe('token.pinFinalTry')
    expect(asked).toEqual(['SOFT0000000000001'])
  })

  it('is used when the user agrees in main', async () => {
    const { asked, change } = await start(true)
    for (let calls = 0; calls < 9; calls += 1) await change('00000000')
    expect(asked).toEqual([])
    expect(codeOf(await change(skfPin))).toBe('changed')
    expect(asked).toEqual(['SOFT0000000000001'])
  })
})
