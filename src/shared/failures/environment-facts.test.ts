import { expect, it } from 'vitest'
import type { Failure } from '../failure.ts'
import { failureText } from './failure-text.ts'
import { zhCnFailures } from './zh-CN/failure-texts.ts'

const facts = (failure: Failure) => failureText(failure, zhCnFailures).facts

it.each([
  [119, 'ahead', '119 秒', '快'],
  [120, 'behind', '2 分钟', '慢'],
  [431, 'ahead', '7 分钟', '快'],
  [7200, 'behind', '2 小时', '慢'],
  [172_800, 'ahead', '2 天', '快'],
])('says which way the clock is wrong and by how much: %i s %s', (seconds, reason, span, way) => {
  const sentences = [`电脑的时间比平台${way}。`, `现在相差约 ${span}。`]
  expect(facts({ code: 'renewal.clockSkew', details: { seconds, reason } })).toEqual(sentences)
  expect(facts({ code: 'environment.clockOff', details: { seconds, reason } })).toEqual(sentences)
})

it.each([
  [540, 'UTC+9'],
  [0, 'UTC+0'],
  [-210, 'UTC-3:30'],
  [345, 'UTC+5:45'],
])('names the zone of a computer that is %i minutes east', (utcOffsetMinutes, zone) => {
  const sentence = `现在是 ${zone}，北京时间是 UTC+8。`
  expect(facts({ code: 'environment.timeZone', details: { utcOffsetMinutes } })).toEqual([sentence])
})

it('says the measured room, the copies and the end of a maintenance', () => {
  expect(facts({ code: 'environment.diskLow', details: { freeMegabytes: 217 } })).toEqual(['还剩 217 MB。'])
  expect(facts({ code: 'environment.otherCopy', details: { copies: 2 } })).toEqual(['另有 2 份在运行。'])
  const endsAt = new Date(2026, 11, 20, 9, 30).getTime()
  expect(facts({ code: 'platform.maintenance', details: { endsAt } })).toEqual(['预计 2026-12-20 09:30 结束。'])
})
