import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildAddon } from '../../packaging/addon/build-addon.ts'
import { readBinaryTarget } from '../../packaging/binary-target.ts'
import { prebuilt } from '../../packaging/paths.ts'
import type { Target as AddonTarget } from '../../packaging/targets.ts'
import type { Skipped } from '../finding.ts'
import { generatedFolder, prebuildsFolder } from '../places.ts'
import { headerFor } from './header-for.ts'

/** What can be compiled here, each with the compiler that does it. */
const compilers: Partial<Record<AddonTarget, string>> = {
  'linux-x64': 'g++',
  'linux-arm64': 'aarch64-linux-gnu-g++',
  'win-x64': 'x86_64-w64-mingw32-g++-posix',
  'win-ia32': 'i686-w64-mingw32-g++-posix',
}

/** What is packed, but for the addon of the 32-bit worker. */
export const packedTargets = ['linux-x64', 'linux-arm64', 'win-x64', 'win-arm64', 'mac-x64', 'mac-arm64'] as const

/**
 * Puts an addon for every package where the check's electron-builder takes it from: the real one where it can be built
 * here, else a header without code behind it. Answers with the latter.
 */
export async function writeStubPrebuilds(): Promise<readonly Skipped[]> {
  const skipped: Skipped[] = []
  for (const target of packedTargets) {
    const why = await placeAddon(target, join(prebuildsFolder, target))
    if (why !== undefined) skipped.push({ package: target, why })
  }
  const why32 = await placeAddon('win-ia32', join(generatedFolder, 'node32/node_modules/pkcs11js/build/Release'))
  return why32 === undefined ? skipped : [...skipped, { package: 'win-ia32', why: why32 }]
}

async function placeAddon(target: AddonTarget, folder: string): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'pkcs11.node')
  const built = prebuilt(target)
  const compiler = compilers[target]
  if ((await readBinaryTarget(built)) !== target) {
    if (compiler === undefined || !existsSync(join('/usr/bin', compiler))) {
      writeFileSync(path, await headerFor(target))
      return `the addon is a header only: ${compiler === undefined ? 'built on that system' : `${compiler} is not here`}`
    }
    await buildAddon(target)
  }
  copyFileSync(built, path)
  return undefined
}
