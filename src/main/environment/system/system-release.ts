import { readFile } from 'node:fs/promises'
import { release } from 'node:os'
import type { RunTool } from '../../usb/run-tool.ts'
import { readOsRelease } from './os-release.ts'

/** Which operating system this is, as it says itself. */
export type SystemRelease =
  | { readonly kind: 'windows'; readonly major: number; readonly build: number; readonly version: string }
  | { readonly kind: 'macos'; readonly major: number; readonly version: string }
  /** `id` and `name` of os-release(5); `libc` as getconf says it: 'glibc 2.36'. */
  | { readonly kind: 'linux'; readonly id: string; readonly name: string; readonly libc?: string }
  | { readonly kind: 'other' }

interface ReleaseParts {
  readonly platform: NodeJS.Platform
  readonly run: RunTool
  /** os.release() */
  readonly kernel?: string
  /** Folder that stands for the root of the file system. */
  readonly root?: string
}

export async function readSystemRelease(parts: ReleaseParts): Promise<SystemRelease> {
  const { platform, kernel = release() } = parts
  const [first = 0, , third = 0] = kernel.split('.').map((part) => Number.parseInt(part, 10))
  // Windows tells its version by its kernel, '10.0.22631'.
  if (platform === 'win32') return { kind: 'windows', major: first, build: third, version: kernel }
  if (platform === 'darwin') return macosOf(first)
  return platform === 'linux' ? readLinux(parts) : { kind: 'other' }
}

/** Darwin 20 to 24 are macOS 11 to 15; from Darwin 25 on, macOS counts by years: 26 (Apple's release notes). */
function macosOf(darwin: number): SystemRelease {
  const major = darwin >= 25 ? darwin + 1 : darwin - 9
  return { kind: 'macos', major, version: `macOS ${major}` }
}

/** The second file is for systems that keep nothing in /etc (os-release(5)). */
async function readLinux({ root = '/', run }: ReleaseParts): Promise<SystemRelease> {
  const files = ['etc/os-release', 'usr/lib/os-release'].map((path) => `${root}/${path}`)
  const libc = (await run({ path: '/usr/bin/getconf', parameters: ['GNU_LIBC_VERSION'] }))?.trim()
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => undefined)
    if (text !== undefined) return { kind: 'linux', ...readOsRelease(text), ...(libc === undefined ? {} : { libc }) }
  }
  return { kind: 'other' }
}
