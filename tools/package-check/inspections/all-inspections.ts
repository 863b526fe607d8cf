import type { Verdict } from '../finding.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import { nameOf } from '../target.ts'
import { addonFits } from './addon.ts'
import { entriesAreThere } from './entries.ts'
import { fusesAreSet } from './fuses.ts'
import { importsResolve } from './imports.ts'
import type { Inspection } from './inspection.ts'
import { filesAreAsListed, headerIsKnown } from './integrity.ts'
import { restIsKeptOut } from './kept-out.ts'
import { languagesAreOurs } from './languages.ts'
import { licencesAreThere } from './licences.ts'
import { macKnowsIt } from './mac-identity.ts'
import { pageIsWhole } from './page.ts'
import { policyIsStrict } from './policy.ts'
import { runTimeFilesAreThere } from './run-time-files.ts'
import { nothingIsTold } from './secrets.ts'
import { archiveIsSmall } from './size.ts'
import { onlyAddonsAreUnpacked } from './unpacked.ts'
import { windowsKnowsIt } from './windows-identity.ts'
import { worker32IsWhole } from './worker-32.ts'

/** @param packages see licencesAreThere */
export function allInspections(packages: readonly string[]): readonly Inspection[] {
  return [
    ...[entriesAreThere, importsResolve, pageIsWhole, policyIsStrict, runTimeFilesAreThere],
    ...[restIsKeptOut, nothingIsTold, archiveIsSmall, addonFits, onlyAddonsAreUnpacked],
    ...[filesAreAsListed, headerIsKnown, fusesAreSet, licencesAreThere(packages), languagesAreOurs],
    ...[windowsKnowsIt, macKnowsIt, worker32IsWhole],
  ]
}

/** One verdict for each inspection that applies. One that cannot look has found something. */
export async function inspectProgram(
  program: PackedProgram,
  inspections: readonly Inspection[],
): Promise<readonly Verdict[]> {
  const applying = inspections.filter(({ systems }) => systems?.includes(program.target.system) ?? true)
  const name = nameOf(program.target)
  return Promise.all(
    applying.map(async (one) => ({ package: name, check: one.name, findings: await findingsOf(one, program) })),
  )
}

async function findingsOf({ inspect }: Inspection, program: PackedProgram): Promise<readonly string[]> {
  try {
    return await inspect(program)
  } catch (error) {
    return [`could not be inspected: ${error instanceof Error ? error.message : String(error)}`]
  }
}
