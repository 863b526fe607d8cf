import { PNG } from 'pngjs'
import { afterEach, describe, expect, it } from 'vitest'
import { showCaptcha } from '../platform-account/log-in.ts'
import { answers, refuses } from './testing/behaviours.ts'
import { failureOf, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import { sessionSample } from './testing/wire-samples.ts'

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

const png = (width: number, height: number) => PNG.sync.write(new PNG({ width, height }))
/** A PNG with one octet changed. */
function spoilt(at: number): Buffer {
  const bytes = png(10, 10)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return bytes
}
const captcha = (image: Buffer) => ({
  id: 'k1',
  image: image.toString('base64'),
  expiresAt: '2026-11-23T16:00:00+08:00',
})

it('is a picture for the page, with its end in UTC', async () => {
  const image = png(160, 60)
  open = await startLoopbackPlatform([answers(201, captcha(image))])
  const shown = showCaptcha(await open.session.captcha())
  expect(shown).toEqual({
    id: 'k1',
    image: `data:image/png;base64,${image.toString('base64')}`,
    expiresAt: '2026-11-23T08:00:00.000Z',
  })
  expect(open.requests().map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /api/v1/captchas'])
})

describe('that is not one', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a signature alone', png(10, 10).subarray(0, 8)],
    ['cut off before its size', png(10, 10).subarray(0, 17)],
    ['with another signature', spoilt(1)],
    ['with another first chunk', spoilt(12)],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(3))],
    ['a GIF', Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(100)])],
    ['too wide', png(1001, 10)],
    ['too high', png(10, 501)],
    ['without width', Buffer.concat([png(10, 10).subarray(0, 16), Buffer.alloc(30)])],
    ['too large', Buffer.concat([png(100, 50), Buffer.alloc(149_990)])],
  ])('is not taken: %s', async (_name, image) => {
    open = await startLoopbackPlatform([answers(201, captcha(image))])
    expect(await failureOf(open.session.captcha())).toMatchObject({ code: 'platform.offContract' })
  })
})

it('is not asked for twice when the platform says no', async () => {
  open = await startLoopbackPlatform([refuses(429, 'rate.limited', {}, { 'retry-after': '1' })])
  expect(await failureOf(open.session.captcha())).toMatchObject({ code: 'platform.rateLimited' })
  expect(open.requests()).toHaveLength(1)
})

it('is answered with the next login', async () => {
  open = await startLoopbackPlatform([refuses(401, 'auth.captcha-required'), answers(201, sessionSample)])
  expect(await failureOf(open.session.login('wang', 'secret'))).toMatchObject({ code: 'platform.captchaRequired' })
  await open.session.login('wang', 'secret', { id: 'k1', answer: 'x7b2' })
  expect(open.requests().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { account: 'wang', password: 'secret' },
    { account: 'wang', password: 'secret', captcha: { id: 'k1', answer: 'x7b2' } },
  ])
})
