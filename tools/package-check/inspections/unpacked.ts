import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Inspection } from './inspection.ts'

/** Only native code lies outside the archive: Electron checks what is inside, and nothing else. */
export const onlyAddonsAreUnpacked: Inspection = {
  name: 'unpacked',
  inspect: ({ archive, resources }) => {
    const folder = `${archive.path}.unpacked`
    const found = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
    const loose = found.filter((entry) => !entry.isDirectory() && !entry.name.endsWith('.node'))
    return [
      ...loose.map(({ parentPath, name }) => `${join(parentPath, name).slice(folder.length + 1)} is unpacked`),
      ...(existsSync(join(resources, 'app')) ? ['a folder app lies beside the archive: Electron may take it'] : []),
    ]
  },
}
