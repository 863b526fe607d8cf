import { PNG } from 'pngjs'
import { expect, onTestFinished, test } from 'vitest'
import { createPlatformSimulator } from '../platform-simulator.ts'
import { createContractClient } from '../testing/contract-client.ts'
import { openOffice } from '../testing/office.ts'

const wrong = { account: 'demo', password: 'not-it' }
const right = { account: 'demo', password: 'demo-password' }

/** An account that has to enter a captcha. */
async function suspiciousAccount() {
  const office = await openOffice()
  const { client, simulator } = office
  for (let n = 0; n < 3; n++) await client.refused('login', { body: wrong })
  const captcha = async () => {
    const { id } = await client.call('createCaptcha', {})
    return { id, answer: simulator.captchaAnswer(id) }
  }
  const codeOf = async (body: Parameters<typeof client.refused<'login'>>[1]['body']) =>
    (await client.refused('login', { body })).code
  return { ...office, captcha, codeOf }
}

test('is a picture that opens the login for the one who can read it', async () => {
  const { client, simulator, captcha } = await suspiciousAccount()
  const { id, image, expiresAt } = await client.call('createCaptcha', {})
  expect(PNG.sync.read(Buffer.from(image, 'base64'))).toMatchObject({ width: 180, height: 64 })
  expect(Math.round((Date.parse(expiresAt) - simulator.clock.now()) / 60_000)).toBe(5)
  expect(simulator.captchaAnswer(id)).toMatch(/^[2-9A-Z]{4}$/)
  const { answer, ...rest } = await captcha()
  const body = { ...right, captcha: { ...rest, answer: ` ${answer.toLowerCase()} ` } }
  expect((await client.call('login', { body })).account.displayName).toBe('示例科技（北京）有限公司')
  await client.call('login', { body: right })
})

test('is asked for after three wrong passwords, which costs no try; then two tries are left', async () => {
  const { client, captcha, codeOf } = await suspiciousAccount()
  for (let n = 0; n < 4; n++) expect(await codeOf(right)).toBe('auth.captcha-required')
  const attempts: unknown[] = []
  for (let n = 0; n < 2; n++) {
    const body = { ...wrong, captcha: await captcha() }
    attempts.push((await client.refused('login', { body })).attemptsLeft)
  }
  expect(attempts).toEqual([1, 0])
  expect(await codeOf({ ...right, captcha: await captcha() })).toBe('auth.locked')
})

test('a wrong one costs no try', async () => {
  const { client, captcha, codeOf } = await suspiciousAccount()
  for (let n = 0; n < 4; n++) {
    const { id } = await captcha()
    expect(await codeOf({ ...wrong, captcha: { id, answer: '0000' } })).toBe('auth.captcha-wrong')
  }
  const body = { ...wrong, captcha: await captcha() }
  expect((await client.refused('login', { body })).attemptsLeft).toBe(1)
})

test('can be used once, right or wrong', async () => {
  const { client, simulator, captcha, codeOf } = await suspiciousAccount()
  const used = await captcha()
  expect(await codeOf({ ...wrong, captcha: used })).toBe('auth.bad-credentials')
  expect(await codeOf({ ...right, captcha: used })).toBe('auth.captcha-wrong')
  const mistyped = await captcha()
  expect(await codeOf({ ...right, captcha: { id: mistyped.id, answer: '0000' } })).toBe('auth.captcha-wrong')
  expect(await codeOf({ ...right, captcha: mistyped })).toBe('auth.captcha-wrong')
  expect(() => simulator.captchaAnswer(mistyped.id)).toThrow('there is no captcha')
  await client.call('login', { body: { ...right, captcha: await captcha() } })
})

test('is over after five minutes', async () => {
  const { simulator, captcha, codeOf } = await suspiciousAccount()
  const late = await captcha()
  simulator.clock.setOffset(5 * 60_000 + 1000)
  expect(await codeOf({ ...right, captcha: late })).toBe('auth.captcha-wrong')
})

test('can be asked for from the first login on, of unknown accounts too', async () => {
  const simulator = await createPlatformSimulator({ captchaAfter: 0, families: [] })
  onTestFinished(() => simulator.close())
  const client = createContractClient((await simulator.listen()).origin)
  for (const account of ['demo', 'nobody']) {
    const body = { account, password: 'demo-password' }
    expect((await client.refused('login', { body })).code).toBe('auth.captcha-required')
  }
  const { id } = await client.call('createCaptcha', {})
  await client.call('login', { body: { ...right, captcha: { id, answer: simulator.captchaAnswer(id) } } })
})

test('only so many are given in a minute', async () => {
  const { client, simulator } = await openOffice({ perMinute: { captcha: 2, login: 9 } })
  for (let n = 0; n < 2; n++) await client.call('createCaptcha', {})
  const refused = await client.send('createCaptcha', {})
  expect(refused.problem).toMatchObject({ code: 'rate.limited', status: 429 })
  expect(refused.headers.get('retry-after')).toBe(String(refused.problem?.retryAfterSeconds))
  simulator.clock.setOffset(61_000)
  await client.call('createCaptcha', {})
})

test('only so many logins are taken in a minute, and the others cost no try', async () => {
  const { client, simulator } = await openOffice({ perMinute: { captcha: 9, login: 2 } })
  expect((await client.refused('login', { body: wrong })).attemptsLeft).toBe(4)
  expect((await client.refused('login', { body: wrong })).code).toBe('rate.limited')
  simulator.clock.setOffset(61_000)
  expect((await client.refused('login', { body: wrong })).attemptsLeft).toBe(3)
})
