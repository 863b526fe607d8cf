import type { CandidateSource } from '../candidate.ts'
import type { DriverModule } from '../driver-table.ts'
import { pathsOf, type DriverSystem } from '../driver-system.ts'
import { expandPath } from '../expand-path.ts'

/** What the driver table says for this operating system, where it exists. */
export const tableSource: CandidateSource = async ({ drivers }, system) => {
  const found = await Promise.all(
    drivers.flatMap(({ modules, usb }) =>
      modules
        .filter((module) => isForThis(module, system))
        .map(async (module) => {
          const places = await placesOf(module, system)
          return places.map((path) => ({ path, origin: 'table' as const, interface: module.interface, usb }))
        }),
    ),
  )
  return found.flat()
}

function isForThis({ os, cpu }: DriverModule, system: DriverSystem): boolean {
  return os === system.os && (cpu === undefined || system.cpus.includes(cpu))
}

/** Of a bare name the first library folder that has it, like the loader; every other place that exists. */
async function placesOf({ path, bits }: DriverModule, system: DriverSystem): Promise<readonly string[]> {
  const isBareName = !/[\\/]/.test(path)
  const places = isBareName
    ? system.libraryFolders[bits].map((folder) => pathsOf(system).join(folder, path))
    : await expandPath(path, system)
  const real = await Promise.all(places.map((place) => system.files.realPath(place)))
  const existing = places.filter((_place, index) => real[index] !== undefined)
  return isBareName ? existing.slice(0, 1) : existing
}
