import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { UpdateOffer, UpdateReport } from '../../src/shared/ipc/models-update.ts'
import type { Answers } from './fake-desktop.ts'

export function sampleUpdateOffer(changes: Partial<UpdateOffer> = {}): UpdateOffer {
  return {
    version: '0.2.0',
    size: 96_468_992,
    releasedAt: '2026-11-20T02:00:00.000Z',
    notes: '支持更多型号的 USB Key。\n延期完成后自动核对结果。',
    keepsPrevious: true,
    ...changes,
  }
}

export function sampleUpdateReport(changes: Partial<UpdateReport> = {}): UpdateReport {
  return { version: '0.1.0', stage: 'off', received: 0, isNews: false, isHeldUp: false, ...changes }
}

export const updateAddress = 'https://updates.example.com/cert-user-tool'

/** An address is set, and there is something newer. */
export function offeredUpdate(changes: Partial<UpdateReport> = {}): UpdateReport {
  const checkedAt = new Date().toISOString()
  const offered = { address: updateAddress, stage: 'available', offer: sampleUpdateOffer(), isNews: true } as const
  return sampleUpdateReport({ ...offered, checkedAt, ...changes })
}

type UpdateChannel = Extract<Channel, `update:${string}`>

/** Like main: what is changed stays. */
export function updateAnswers(initial = sampleUpdateReport()): Pick<Answers, UpdateChannel> {
  let report = initial
  const change = (changes: Partial<UpdateReport>) => {
    report = { ...report, ...changes }
    return { ok: true, value: report } as const
  }
  return {
    'update:report': () => change({}),
    'update:save-address': ({ address }) =>
      change(address === '' ? { address: undefined, stage: 'off' } : { address, stage: 'idle' }),
    'update:look': () => change({ stage: 'current', checkedAt: new Date().toISOString() }),
    'update:download': () => change({ stage: 'loading' }),
    'update:stop': () => change({ stage: 'paused', received: 48_234_496 }),
    'update:put-off': () => change({ isNews: false }),
    'update:install': () => change({ stage: 'installing' }),
  }
}
