import { copyFileSync, mkdirSync, mkdtempDisposableSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type Koffi from 'koffi'
import { expect, it } from 'vitest'
import { elfHeader, elfNeeding } from '../../package-check/stub-electron/elf.ts'
import { koffiSource, root } from '../paths.ts'
import { targetOf, targets, type Target } from '../targets.ts'
import { koffiFiles, koffiPath, nativePartFor } from './koffi-files.ts'
import { koffiSoftware } from './koffi-software.ts'
import { layOutKoffi } from './lay-out-koffi.ts'

const host = targetOf(process.platform, process.arch)
const scratch = () => mkdtempDisposableSync(join(tmpdir(), 'koffi-'))

/** The package of a native part as npm would have it, with this as its file; answers with what is shipped of it. */
async function layOut(target: Target, binary: Uint8Array): Promise<readonly string[]> {
  using folder = scratch()
  const [from, modules] = [join(folder.path, 'package'), join(folder.path, 'node_modules')]
  const names = ['README.md', 'package.json', 'index.js', nativePartFor(target).binary, 'musl_x64/koffi.node']
  for (const name of names) {
    mkdirSync(dirname(join(from, name)), { recursive: true })
    writeFileSync(join(from, name), binary)
  }
  await layOutKoffi({ target, from, folder: modules })
  return filesBelow(modules)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
}

it('works from what is shipped of it, without anything else that its packages have', async () => {
  using folder = scratch()
  const modules = join(folder.path, 'node_modules')
  const { name } = nativePartFor(host)
  await layOutKoffi({ target: host, from: join(root, 'node_modules', name), folder: modules })
  for (const file of koffiFiles) {
    mkdirSync(dirname(join(modules, 'koffi', file)), { recursive: true })
    copyFileSync(join(koffiSource, file), join(modules, 'koffi', file))
  }
  const koffi = createRequire(join(folder.path, 'index.js'))('koffi') as typeof Koffi
  expect(koffi.load(null).func('int abs(int)')(-7)).toBe(7)
})

it('ships one native file, and that for glibc', async () => {
  await expect(layOut('linux-x64', elfNeeding('x64', 'GLIBC_2.28'))).resolves.toEqual(
    ['index.js', 'linux_x64/koffi.node', 'package.json'].map((file) => `@koromix/koffi-linux-x64/${file}`),
  )
})

it("refuses another CPU's and another system's, and what a system may be too old for", async () => {
  await expect(layOut('linux-arm64', elfHeader('x64'))).rejects.toThrow('koffi for linux-arm64: its file is linux-x64')
  await expect(layOut('win-ia32', elfHeader('x64'))).rejects.toThrow('koffi for win-ia32: its file is linux-x64')
  await expect(layOut('linux-arm64', elfNeeding('arm64', 'GLIBC_2.29'))).rejects.toThrow('GLIBC_2.29 is above 2.28')
})

it('has a native part for every target, each with its licence', async () => {
  const software = await koffiSoftware()
  expect(software.map(({ name }) => name)).toEqual(['koffi', ...targets.map((target) => nativePartFor(target).name)])
  for (const { licence, text } of software) expect([licence, text.includes('Niels Martignène')]).toEqual(['MIT', true])
  expect(software[1]?.text).toContain('Node.js API collaborators')
  expect(koffiPath('win-ia32')).toBe('node_modules/@koromix/koffi-win32-ia32/win32_ia32/koffi.node')
})
