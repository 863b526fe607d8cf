import { describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { askingFirst } from './ask-first.ts'
import type { PlatformCall } from './platform-call.ts'

const wanted = {
  type: 'official',
  name: '示例公司',
  certificateId: 'c1',
  department: '办公室',
  applicant: '张三',
} as const
const mine = {
  ...wanted,
  id: 's1',
  state: 'draft',
  cardNumber: null,
  organisation: null,
  createdAt: '2026-11-23T08:00:00Z',
}
const made = { ...mine, id: 's-new' }
const inDoubt = new AppError('platform.timeout', { details: { outcome: 'unknown' } })

type Listed = readonly object[]

/** A platform that lists these seals, one answer after the other, and does this when a seal is to be made. */
function platformWith(lists: readonly (Listed | AppError)[], create: () => unknown) {
  const calls: (readonly [string, unknown])[] = []
  const left = [...lists]
  const call = ((operation: string, request: unknown) => {
    calls.push([operation, request])
    if (operation === 'createSeal') return Promise.resolve().then(create)
    const items = left.shift() ?? []
    return items instanceof AppError ? Promise.reject(items) : Promise.resolve({ items })
  }) as unknown as PlatformCall
  const createSeal = () => askingFirst(call)('createSeal', { body: wanted })
  return { createSeal, made: () => calls.filter(([operation]) => operation === 'createSeal').length, calls }
}

const fails = () => {
  throw inDoubt
}

describe('a seal, on a platform without Idempotency-Key', () => {
  it('is made once, after the list was asked for drafts of its type and name', async () => {
    const { createSeal, calls } = platformWith([[]], () => made)
    expect(await createSeal()).toBe(made)
    expect(calls).toEqual([
      ['listSeals', { query: { type: 'official', state: 'draft', search: '示例公司' } }],
      ['createSeal', { body: wanted }],
    ])
  })

  it('is not made where the same one waits for its picture', async () => {
    const platform = platformWith([[{ ...mine, id: 's0', name: '示例公司分公司' }, mine]], () => made)
    expect(await platform.createSeal()).toBe(mine)
    expect(platform.made()).toBe(0)
  })

  it.each(['type', 'name', 'certificateId', 'department', 'applicant', 'state'])(
    'is another one when its %s is another',
    async (field) => {
      const platform = platformWith([[{ ...mine, [field]: field === 'state' ? 'in-review' : 'another' }]], () => made)
      expect(await platform.createSeal()).toBe(made)
      expect(platform.made()).toBe(1)
    },
  )

  it('is found in the list when the answer was lost', async () => {
    const platform = platformWith([[], [mine]], fails)
    expect(await platform.createSeal()).toBe(mine)
    expect(platform.made()).toBe(1)
  })

  it.each<[string, Listed | AppError]>([
    ['the list does not have it yet', []],
    ['the list cannot be read either', new AppError('platform.unreachable')],
  ])('stays in doubt, and is not sent again, when %s', async (_why, second) => {
    const platform = platformWith([[], second], fails)
    await expect(platform.createSeal()).rejects.toBe(inDoubt)
    expect(platform.made()).toBe(1)
  })

  it('asks no second time when the platform has refused', async () => {
    const refusal = new AppError('platform.forbidden', { details: { outcome: 'refused' } })
    const platform = platformWith([[]], () => {
      throw refusal
    })
    await expect(platform.createSeal()).rejects.toBe(refusal)
    expect(platform.calls).toHaveLength(2)
  })

  it('is not made where the list cannot be asked first', async () => {
    const unreachable = new AppError('platform.unreachable')
    const platform = platformWith([unreachable], () => made)
    await expect(platform.createSeal()).rejects.toBe(unreachable)
    expect(platform.made()).toBe(0)
  })
})
