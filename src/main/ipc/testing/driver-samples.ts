/** For tests: what the channels of the drivers take and give, with every field there is. */
import type { Output } from '../../../shared/ipc/contract.ts'

const instant = '2026-11-23T08:00:00.000Z'

export const driverReport: Output<'drivers:list'> = {
  drivers: [
    {
      path: '/lib/module.so',
      name: 'module.so',
      known: { driverId: 'longmai-gm3000', vendor: '龙脉', model: 'GM3000', evidence: 'reported', hasPage: true },
      origins: ['user', 'table'],
      interface: 'skf',
      bits: 64,
      cpu: 'x64',
      state: 'quarantined',
      failure: { code: 'token.quarantined', details: { reason: 'crashed', detail: 'open SIGSEGV' } },
      quarantinedAt: instant,
      isRemovable: true,
    },
  ],
  table: { version: 1, issuedAt: instant, origin: 'file', rows: 30, acceptsFiles: true },
  otherTables: [{ kind: 'conflicts', version: 1, issuedAt: instant, origin: 'built-in', rows: 28 }],
}

export const driverInputs = {
  'drivers:list': {},
  'drivers:retry': { path: '/lib/module.so' },
  'drivers:update-table': {},
  'drivers:open-page': { driverId: 'longmai-gm3000' },
} as const

export const driverOutputs = {
  'drivers:list': driverReport,
  'drivers:retry': driverReport,
  'drivers:update-table': driverReport,
  'drivers:open-page': { isOpened: true },
}
