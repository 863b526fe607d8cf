import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Skipped, Verdict } from './finding.ts'
import { reportFile } from './places.ts'

/** One line for each package, and each finding below it. */
export function printVerdicts(verdicts: readonly Verdict[]): void {
  for (const [name, checks] of Map.groupBy(verdicts, (verdict) => verdict.package)) {
    const failed = checks.filter(({ findings }) => findings.length > 0)
    console.log(`${name}: ${checks.length - failed.length} checks passed, ${failed.length} failed`)
    for (const { check, findings } of failed) for (const finding of findings) console.log(`  ${check}: ${finding}`)
  }
}

/** For whoever counts: each verdict is a test. */
export function writeReport(verdicts: readonly Verdict[], skipped: readonly Skipped[]): void {
  mkdirSync(dirname(reportFile), { recursive: true })
  writeFileSync(reportFile, JSON.stringify({ verdicts, skipped }, undefined, 2))
}
