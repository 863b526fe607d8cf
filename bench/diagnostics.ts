import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiagnostics } from '../src/main/diagnostics/open-diagnostics.ts'
import { renewalRecord } from '../src/main/diagnostics/testing/renewal-record.ts'
import { outputs, payloads } from '../src/main/ipc/testing/samples.ts'
import { createFileLog } from '../src/main/logging/file-log.ts'
import { medianOf, progress } from './measure.ts'

/** `zipMs`: from the click to a 诊断包 that can be saved, with two full log files and 20 renewals; ms, median. */
export async function measureDiagnostics() {
  progress('diagnostics')
  const folder = mkdtempSync(join(tmpdir(), 'diagnostics-bench-'))
  try {
    const log = createFileLog(join(folder, 'main.log'))
    const line = 'platform GET /orders/{orderId} 200 in 143 ms, 5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f'
    // 2 MB and more: the newest two files are full, or nearly.
    for (let count = 0; count < 19_000; count += 1) log.info(line)
    const { prepareDiagnostics } = createDiagnostics(
      {
        ...{ version: '0.0.0', mode: 'real', log, logFile: log, publish: () => undefined, showFile: () => undefined },
        language: () => 'zh-CN',
        chooseSavePath: () => Promise.resolve(undefined),
      },
      program(),
    )
    return { zipMs: await medianOf(7, prepareDiagnostics) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function program(): Parameters<typeof createDiagnostics>[1] {
  const ids = Array.from({ length: 20 }, (_, index) => `5e0e8c5c-7b1c-4f5e-9d2a-${String(index).padStart(12, '0')}`)
  return {
    overview: () => payloads['certificates:changed'],
    driverReport: () => outputs['drivers:list'],
    environmentReport: () => Promise.resolve(outputs['environment:run'].results),
    settings: () => outputs['settings:read'],
    connection: {
      health: { current: () => ({ state: 'available' }), moments: () => ({ askedAt: 0, heardAt: 0 }) },
      clock: { skewMs: () => 0 },
      session: { current: () => undefined },
    },
    renewals: { list: () => ids.map((id) => ({ ...outputs['renewal:start'], id })), record: (id) => renewalRecord(id) },
  }
}
