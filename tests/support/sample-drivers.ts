import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { DriverEntry, DriverReport } from '../../src/shared/ipc/models-drivers.ts'
import type { Answers } from './fake-desktop.ts'

export function sampleDriver(changes: Partial<DriverEntry> = {}): DriverEntry {
  return {
    path: '/usr/lib/libgm3000_pkcs11.so',
    name: 'libgm3000_pkcs11.so',
    known: {
      ...{ driverId: 'longmai-gm3000', vendor: '龙脉', model: 'mToken GM3000' },
      ...{ evidence: 'reported', hasPage: true },
    },
    origins: ['table'],
    interface: 'pkcs11',
    bits: 64,
    cpu: 'x64',
    state: 'ready',
    isRemovable: false,
    ...changes,
  }
}

export function sampleDriverReport(changes: Partial<DriverReport> = {}): DriverReport {
  const table = { version: 1, issuedAt: '2026-11-26T00:00:00.000Z', origin: 'built-in', rows: 30 } as const
  const conflicts = { ...table, kind: 'conflicts', rows: 28 } as const
  return { drivers: [sampleDriver()], table: { ...table, acceptsFiles: true }, otherTables: [conflicts], ...changes }
}

type DriverChannel = Extract<Channel, `drivers:${string}`>

/** Like main: a driver that is tried again is starting. */
export function driverAnswers(initial: DriverReport): Pick<Answers, DriverChannel> {
  let report = initial
  return {
    'drivers:list': () => ({ ok: true, value: report }),
    'drivers:retry': ({ path }) => {
      const retried = report.drivers.map((driver) =>
        driver.path === path ? { ...driver, state: 'starting' as const, failure: undefined } : driver,
      )
      report = { ...report, drivers: retried }
      return { ok: true, value: report }
    },
    'drivers:update-table': () => {
      report = { ...report, table: { ...report.table, version: report.table.version + 1, origin: 'file' } }
      return { ok: true, value: report }
    },
    'drivers:open-page': () => ({ ok: true, value: { isOpened: true } }),
  }
}
