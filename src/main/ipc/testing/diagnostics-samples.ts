/** The part of the samples that is about the log and the 诊断包. */
import type { Channel } from '../../../shared/ipc/channels.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'

type DiagnosticsChannel = Extract<Channel, `diagnostics:${string}`>

export const diagnosticsInputs: { readonly [C in DiagnosticsChannel]: Input<C> } = {
  'diagnostics:prepare': {},
  'diagnostics:save': { code: '483920' },
  'diagnostics:show-folder': { code: '483920' },
  'diagnostics:log-detail': {},
  'diagnostics:detail-log': { isDetailed: true },
}

export const diagnosticsOutputs: { readonly [C in DiagnosticsChannel]: Output<C> } = {
  'diagnostics:prepare': {
    code: '483920',
    bytes: 4096,
    entries: [
      {
        ...{ file: 'drivers.json', section: 'drivers', bytes: 30, text: '{}', isShortened: false },
        failure: { code: 'diagnostics.late', details: { seconds: 5 } },
      },
    ],
  },
  'diagnostics:save': { saved: true, fileName: '诊断包.zip' },
  'diagnostics:show-folder': { isShown: true },
  'diagnostics:log-detail': { isDetailed: false },
  'diagnostics:detail-log': { isDetailed: true },
}
