import { expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { rememberSuccess } from './last-success.ts'
import type { PlatformCall } from './platform-call.ts'

const service = { name: '平台', apiVersion: '1', time: '2026-11-23T08:00:00Z' }
const answers = (() => Promise.resolve(service)) as unknown as PlatformCall
const fails: PlatformCall = () => Promise.reject(new AppError('platform.maintenance'))

it('knows how long ago the platform answered', async () => {
  let now = 1000
  const { call, ageMs } = rememberSuccess(
    answers,
    () => 'https://one',
    () => now,
  )
  expect(ageMs()).toBeUndefined()
  expect(await call('getService', {})).toEqual(service)
  now = 4000
  expect(ageMs()).toBe(3000)
})

it('forgets with the next failure, and knows nothing of another platform', async () => {
  let [isDown, baseUrl] = [false, 'https://one']
  const platform = ((...asked: Parameters<PlatformCall>) => (isDown ? fails : answers)(...asked)) as PlatformCall
  const { call, ageMs } = rememberSuccess(platform, () => baseUrl)
  await call('getService', {})
  baseUrl = 'https://two'
  expect(ageMs()).toBeUndefined()
  baseUrl = 'https://one'
  expect(ageMs()).toBeGreaterThanOrEqual(0)
  isDown = true
  await expect(call('getService', {})).rejects.toThrow()
  expect(ageMs()).toBeUndefined()
})
