/** For tests only: updates as they cross. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { UpdateReport } from '../../../shared/ipc/models-update.ts'

type UpdateChannel = Extract<Channel, `update:${string}`>

export const updateReport: UpdateReport = {
  version: '0.1.0',
  address: 'https://updates.example.com/cert-user-tool',
  stage: 'paused',
  offer: {
    version: '0.2.0',
    size: 96_000_000,
    releasedAt: '2026-11-23T08:00:00.000Z',
    notes: '修复了若干问题',
    keepsPrevious: true,
  },
  received: 1_000_000,
  checkedAt: '2026-11-24T08:00:00.000Z',
  isNews: true,
  isHeldUp: false,
  refused: '0.1.9',
  failure: { code: 'update.signature', details: { reason: 'wrong' } },
}

export const updateInputs: { readonly [C in UpdateChannel]: Input<C> } = {
  'update:report': {},
  'update:save-address': { address: 'https://updates.example.com' },
  'update:look': {},
  'update:download': {},
  'update:stop': {},
  'update:put-off': {},
  'update:install': {},
}

export const updateOutputs: { readonly [C in UpdateChannel]: Output<C> } = {
  'update:report': updateReport,
  'update:save-address': updateReport,
  'update:look': updateReport,
  'update:download': updateReport,
  'update:stop': updateReport,
  'update:put-off': updateReport,
  'update:install': updateReport,
}
