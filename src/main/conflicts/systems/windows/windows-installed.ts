import type { Registry, RegistryValue } from '../../../drivers/windows-registry.ts'
import type { InstalledProgram } from '../../running-system.ts'

const uninstall = String.raw`SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall`

/** What 控制面板 lists: of the computer in both views, and of this user. Undefined where the computer's list is empty. */
export async function readWindowsInstalled(
  registry: Registry | undefined,
): Promise<readonly InstalledProgram[] | undefined> {
  if (registry === undefined) return undefined
  const [computer, of32, user] = await Promise.all([
    registry.textsBelow(`HKLM\\${uninstall}`, 64),
    registry.textsBelow(`HKLM\\${uninstall}`, 32),
    registry.textsBelow(`HKCU\\${uninstall}`, 64),
  ])
  // Windows comes with entries: none means that the registry could not be asked.
  if (computer.length === 0) return undefined
  return [computer, of32, user].flatMap(programsOf)
}

function programsOf(values: readonly RegistryValue[]): readonly InstalledProgram[] {
  const valueOf = (key: string, name: string) =>
    values.find((value) => value.key === key && value.name.toLowerCase() === name)?.value
  return [...new Set(values.map(({ key }) => key))].flatMap((key) => {
    const [name = '', publisher] = [valueOf(key, 'displayname'), valueOf(key, 'publisher')]
    return name === '' ? [] : [{ name, ...(publisher === undefined ? {} : { publisher }) }]
  })
}
