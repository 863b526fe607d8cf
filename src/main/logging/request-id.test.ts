import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { asRequest, currentRequestId, sendingId } from './request-id.ts'

it('is the same in all that a request awaits, and another in the next', async () => {
  const ids = await Promise.all(
    [1, 2].map(() =>
      asRequest(async () => {
        const before = currentRequestId()
        await sleep(1)
        await Promise.all([sleep(1), Promise.resolve()])
        return [before, currentRequestId()]
      }),
    ),
  )
  const [[first, afterFirst] = [], [second, afterSecond] = []] = ids
  expect([afterFirst, afterSecond]).toEqual([first, second])
  expect(first).not.toBe(second)
  expect(currentRequestId()).toBeUndefined()
})

it('begins each X-Request-Id of a request, which stays a UUID of its own', () => {
  const [id = '', one, other] = asRequest(() => [currentRequestId(), sendingId(), sendingId()])
  expect(id).toMatch(/^[0-9a-f]{8}$/)
  for (const sent of [one, other])
    expect(sent).toMatch(new RegExp(`^${id}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$`))
  expect(one).not.toBe(other)
  expect(sendingId()).toMatch(/^[0-9a-f-]{36}$/)
})

it('has no four digits in a row, which would be hidden in a 诊断包', () => {
  const ids = Array.from({ length: 2000 }, () => asRequest(() => currentRequestId() ?? ''))
  expect(ids.filter((id) => /\d{4}/.test(id))).toEqual([])
})
