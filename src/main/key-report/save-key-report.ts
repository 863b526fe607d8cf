import { basename } from 'node:path'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Language } from '../../shared/language.ts'
import { AppError } from '../app-error.ts'
import { stampOf } from '../environment/save-report.ts'
import { writeSafely } from '../files/write-safely.ts'
import { collectKeyReport, type ReportedDesk } from './collect-key-report.ts'
import { keyReportTexts } from './texts.ts'

export interface KeyReportParts extends ReportedDesk {
  readonly version: string
  readonly language: () => Language
  readonly now: () => Date
  /** Asks where to save; nothing when the user cancels. */
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
}

/**
 * Saves the USB Key 报告 as JSON (RFC 8259), mode 0600. Where is asked first: a library that hangs is waited for up to a
 * minute. Code environment.reportFailed.
 */
export async function saveKeyReport(parts: KeyReportParts): Promise<Output<'environment:export-key-report'>> {
  const { version, now, chooseSavePath } = parts
  const { fileName, heading } = keyReportTexts[parts.language()]
  const path = await chooseSavePath(`${fileName}-${stampOf(now())}.json`)
  if (path === undefined) return { saved: false }
  const head = { about: heading, format: 1, program: version, system: `${process.platform} ${process.arch}` }
  const report = { ...head, madeAt: now().toISOString(), drivers: await collectKeyReport(parts) }
  try {
    await writeSafely(path, `${JSON.stringify(report, null, 2)}\n`)
  } catch (cause) {
    throw new AppError('environment.reportFailed', { cause })
  }
  return { saved: true, fileName: basename(path) }
}
