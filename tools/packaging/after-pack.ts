import type { AfterPackContext } from 'electron-builder'
import { Arch } from 'electron-builder'
import { misplaced } from './misplaced.ts'
import { targetOf } from './targets.ts'

/**
 * electron-builder calls this for each package before it is signed. A package whose native code is missing or is another
 * system's looks well until somebody starts it: it is refused here.
 */
export async function afterPack({ packager, electronPlatformName, arch, appOutDir }: AfterPackContext): Promise<void> {
  const problems = await misplaced(packager.getResourcesDir(appOutDir), targetOf(electronPlatformName, Arch[arch]))
  if (problems.length > 0) throw new Error(`this package must not be shipped: ${problems.join('; ')}`)
}
