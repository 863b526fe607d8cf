/** For tests: 环境检测, with every field there is. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { EventPayload, Input, Output } from '../../../shared/ipc/contract.ts'

const failure = { code: 'token.pinIncorrect', details: { triesLeft: 2 } } as const

type EnvironmentChannel = Extract<Channel, `environment:${string}`>

const result: Output<'environment:recheck'> = {
  name: 'driver-health',
  durationMs: 12,
  findings: [
    {
      state: 'blocked',
      subject: '/lib/module.so',
      failure,
      facts: { count: 1 },
      details: [{ label: 'path', value: '/lib/module.so' }],
      fix: 'retry-driver',
    },
  ],
}

export const environmentInputs: { readonly [C in EnvironmentChannel]: Input<C> } = {
  'environment:run': {},
  'environment:recheck': { name: 'usb-key' },
  'environment:fix': { name: 'driver-health', subject: '/lib/module.so', fix: 'retry-driver' },
  'environment:export': { text: '环境检测报告' },
  'environment:export-key-report': {},
}

export const environmentOutputs: { readonly [C in EnvironmentChannel]: Output<C> } = {
  'environment:run': { run: 1, startedAt: '2026-11-23T08:00:00.000Z', durationMs: 2100, results: [result] },
  'environment:recheck': result,
  'environment:fix': result,
  'environment:export': { saved: true, fileName: '环境检测报告.txt' },
  'environment:export-key-report': { saved: true, fileName: 'USB-Key-报告.json' },
}

export const environmentProgress: EventPayload<'environment:checked'> = { run: 1, names: ['driver-health'], result }
