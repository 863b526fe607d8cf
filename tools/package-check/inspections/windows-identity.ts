import { readFileSync } from 'node:fs'
import { resourceEditor } from '../builder-parts.ts'
import type { Inspection } from './inspection.ts'

const iconGroup = 14

/** What Windows shows of the executable is ours, no longer Electron's. */
export const windowsKnowsIt: Inspection = {
  name: 'identity on Windows',
  systems: ['win'],
  inspect: async ({ executable }) => {
    const { NtExecutable, NtExecutableResource, Resource } = await resourceEditor()
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(executable), { ignoreCert: true }))
    const names = Resource.VersionInfo.fromEntries(entries).flatMap((info) =>
      info.getAllLanguagesForStringValues().flatMap((language) => info.getStringValues(language)['ProductName'] ?? []),
    )
    return [
      ...(names.length > 0 && names.every((name) => name === 'CertUserTool') ? [] : [`it is called ${names.join()}`]),
      ...(entries.some(({ type }) => type === iconGroup) ? [] : ['the executable has no icon']),
    ]
  },
}
