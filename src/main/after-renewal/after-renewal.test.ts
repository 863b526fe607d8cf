import { expect, it } from 'vitest'
import type { Renewal } from '../../shared/ipc/models.ts'
import { createAfterRenewal } from './after-renewal.ts'

const completedAt = '2026-11-23T02:42:00.000Z'

const renewal: Renewal = {
  id: '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f',
  kind: 'renewal',
  state: 'completed',
  holder: '济南测试有限公司',
  cardNumber: 'A1',
  tokenSerialNumber: 'A1',
  startedAt: completedAt,
  finishedAt: completedAt,
  subSteps: [],
  busy: false,
  needsPin: false,
  old: { notBefore: completedAt, notAfter: completedAt, serialNumber: '01' },
  new: { notBefore: completedAt, notAfter: completedAt, serialNumber: '02' },
  encryption: 'none',
  oldPairRemoved: true,
}

const listedAt = (now: string, renewals: readonly Renewal[] = [renewal]) =>
  createAfterRenewal({ list: () => renewals }, { now: () => new Date(now) }).list()

it('tells of each completed renewal when its certificate should be known', () => {
  expect(listedAt('2026-11-23T03:00:00Z')).toEqual([
    {
      renewalId: renewal.id,
      cardNumber: 'A1',
      serialNumber: '02',
      completedAt,
      usableBy: '2026-11-24T02:42:00.000Z',
      isApproximate: false,
    },
  ])
})

it('says nothing of what is under way, was given up, or is long over', () => {
  const open = { ...renewal, state: 'confirmed', finishedAt: undefined } as const
  const abandoned = { ...renewal, state: 'abandoned' } as const
  expect(listedAt('2026-11-23T03:00:00Z', [open, abandoned])).toEqual([])
  expect(listedAt('2027-01-22T02:00:00Z')).toHaveLength(1)
  expect(listedAt('2027-01-22T03:00:00Z')).toEqual([])
})
