import { posix } from 'node:path'
import type { CandidateSource } from '../candidate.ts'
import type { DriverSystem } from '../driver-system.ts'

/** Not drivers of keys: p11-kit itself under other names, and stores of certificates and passwords of the desktop. */
const notKeys = /^(p11-kit-(trust|proxy|client)|libp11-kit|pkcs11-spy|gnome-keyring-pkcs11)\b/

/** The name that `enable-in` and `disable-in` may speak of. */
const programName = 'cert-user-tool'

type ModuleFile = Readonly<Record<string, string>>

/**
 * What p11-kit is configured with (pkcs11.conf(5)): one file per module. Of files with the same name in several folders
 * the first one's settings overrule the others', setting by setting. A module without a folder is in `<libdir>/pkcs11`.
 */
export const p11KitSource: CandidateSource = async (_table, system) => {
  const modules = await readModules(system)
  const paths = modules.filter(isForThisProgram).map(({ module = '' }) => module)
  const wanted = paths.filter((path) => path !== '' && !notKeys.test(posix.basename(path)))
  const found = await Promise.all(wanted.map((path) => placeOf(path, system)))
  return found.map((path) => ({ path, origin: 'system' as const, interface: 'pkcs11' as const }))
}

async function readModules({ p11KitFolders, files }: DriverSystem): Promise<readonly ModuleFile[]> {
  const merged = new Map<string, ModuleFile>()
  for (const folder of p11KitFolders) {
    for (const name of (await files.list(folder)).filter((file) => file.endsWith('.module')).sort()) {
      const settings = parse((await files.readText(posix.join(folder, name))) ?? '')
      merged.set(name, { ...settings, ...merged.get(name) })
    }
  }
  return [...merged.values()]
}

function parse(text: string): ModuleFile {
  const settings = text.split('\n').flatMap((line) => {
    const [, name, value] = /^\s*([\w.-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(settings) as ModuleFile
}

/** `enable-in` names the only programs that may use it, `disable-in` those that may not; `enable-in` goes first. */
function isForThisProgram(module: ModuleFile): boolean {
  const names = (setting: string) => module[setting]?.split(/[\s,]+/).filter((name) => name !== '')
  const enabledIn = names('enable-in')
  if (enabledIn !== undefined) return enabledIn.includes(programName)
  return names('disable-in')?.includes(programName) !== true
}

/** Where the library is, or would be: what is configured and missing is told, not left out. */
async function placeOf(path: string, { libraryFolders, files }: DriverSystem): Promise<string> {
  if (posix.isAbsolute(path)) return path
  const folders = libraryFolders[64].filter((folder) => folder.endsWith('/pkcs11'))
  const places = folders.map((folder) => posix.join(folder, path))
  const real = await Promise.all(places.map((place) => files.realPath(place)))
  return places.find((_place, index) => real[index] !== undefined) ?? places[0] ?? path
}
