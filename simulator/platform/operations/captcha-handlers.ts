import { randomBytes, randomInt } from 'node:crypto'
import type { PlatformAnswer, PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import { captchaPicture } from '../captcha/captcha-picture.ts'
import type { Letter } from '../captcha/glyphs.ts'
import { letters } from '../captcha/glyphs.ts'
import { Refusal } from '../http/problem.ts'
import type { Platform } from '../platform.ts'
import type { PlatformState } from '../state/state.ts'
import { instant } from './instant.ts'
import { takeTurn } from './rate-limit.ts'

const length = 4
const validMs = 5 * 60_000

export function createCaptcha(platform: Platform): PlatformAnswer<'createCaptcha'> {
  takeTurn(platform, 'captcha')
  const { state, clock } = platform
  const now = clock.now()
  const text = Array.from({ length }, (): Letter => letters[randomInt(letters.length)] ?? '2')
  const captcha = { id: `captcha-${randomBytes(9).toString('hex')}`, answer: text.join(''), expiresAt: now + validMs }
  state.captchas = state.captchas.filter(({ expiresAt }) => expiresAt > now)
  state.captchas.push(captcha)
  const image = captchaPicture(text).toString('base64')
  return { id: captcha.id, image, expiresAt: instant(captcha.expiresAt) }
}

/** Uses the captcha up, whether it is right or wrong. Errors: auth.captcha-required, auth.captcha-wrong. */
export function useCaptcha({ state, clock }: Platform, given: PlatformReceived<'login'>['body']['captcha']): void {
  if (given === undefined) throw new Refusal('auth.captcha-required')
  const captcha = state.captchas.find(({ id }) => id === given.id)
  state.captchas = state.captchas.filter(({ id }) => id !== given.id)
  const isRight = captcha?.answer === given.answer.trim().toUpperCase() && captcha.expiresAt > clock.now()
  if (!isRight) throw new Refusal('auth.captcha-wrong')
}

/** For those who cannot look at the picture: a test, and the demonstration. @throws when there is no such captcha */
export function captchaAnswer({ captchas }: PlatformState, captchaId: string): string {
  const captcha = captchas.find(({ id }) => id === captchaId)
  if (captcha === undefined) throw new Error(`there is no captcha ${captchaId}`)
  return captcha.answer
}
