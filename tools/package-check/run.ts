/**
 * `npm run check:package`: makes every package that can be made here, on stubs of Electron, looks at each, and renews a
 * certificate with the packed program (decision 0036). Needs `out/`, as `npm run build` leaves it.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { products, type Product } from './build/products.ts'
import { runBuilder } from './build/run-builder.ts'
import { chooseProducts } from './build/tools.ts'
import { openWorkshop, type Workshop } from './build/workshop.ts'
import type { Skipped, Verdict } from './finding.ts'
import { importedPackages } from './imported-packages.ts'
import { allInspections, inspectProgram } from './inspections/all-inspections.ts'
import { inspectInstallers } from './installers/all-installers.ts'
import { inspectVersionLists } from './installers/version-lists.ts'
import { packagesFolder, root } from './places.ts'
import { openProgram, type PackedProgram } from './program/packed-program.ts'
import { runPackaged } from './packaged/run-packaged.ts'
import { printVerdicts, writeReport } from './report.ts'
import { architectures, type Arch, type System } from './target.ts'

// What is packed keeps its modes, whoever builds it.
process.umask(0o022)

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
const inspections = allInspections(importedPackages())
const choice = chooseProducts(products, process.env['CI'] === 'true')
const verdicts: Verdict[] = [...choice.verdicts]
const skipped: Skipped[] = [...choice.skipped]

const workshop = await openWorkshop()
skipped.push(...workshop.skipped)
for (const [system, ofSystem] of Map.groupBy(choice.products, (product) => product.system))
  await checkSystem(system, ofSystem, workshop)
const lists = inspectVersionLists(packagesFolder, version)
verdicts.push({ package: 'lists of versions', check: 'hashes', findings: lists })

for (const { package: name, why } of skipped) console.log(`skipped: ${name}: ${why}`)
printVerdicts(verdicts)
writeReport(verdicts, skipped)
const failed = verdicts.filter(({ findings }) => findings.length > 0).length
console.log(`${verdicts.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

async function checkSystem(
  system: System,
  ofSystem: readonly Product[],
  { configuration, environment, signingKey }: Workshop,
): Promise<void> {
  const kinds = ofSystem.map(({ kind }) => kind)
  console.log(`packing ${system}: ${kinds.join(', ')}`)
  const findings = await runBuilder({ system, kinds, configuration, environment })
  verdicts.push({ package: system, check: 'electron-builder', findings })
  if (findings.length > 0) return
  for (const arch of architectures) {
    const program = openProgram(join(packagesFolder, folderOf(system, arch)), { system, arch })
    verdicts.push(...(await inspectProgram(program, inspections)))
    const inspected = inspectInstallers(program, { kinds, version, signingKey })
    verdicts.push(...inspected.verdicts)
    skipped.push(...inspected.skipped)
    if (runsHere(program)) verdicts.push(...runPackaged(program))
  }
}

function folderOf(system: System, arch: Arch): string {
  const name = arch === 'x64' ? system : `${system}-${arch}`
  return system === 'mac' ? name : `${name}-unpacked`
}

function runsHere({ target }: PackedProgram): boolean {
  return target.system === process.platform && target.arch === process.arch
}
