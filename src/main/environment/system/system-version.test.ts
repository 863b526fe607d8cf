import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRunTool, type RunTool } from '../../usb/run-tool.ts'
import { createSystemVersionCheck } from './check-system-version.ts'
import { readSystemRelease, type SystemRelease } from './system-release.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const none: RunTool = () => Promise.resolve(undefined)
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const judged = async (release: SystemRelease) => {
  const [finding] = await createSystemVersionCheck(() => Promise.resolve(release)).run(new AbortController().signal)
  return [finding?.state, finding?.failure?.code ?? finding?.facts?.['system']].join(' ')
}

// Written after Microsoft's and Apple's documentation of their version numbers, not recorded on such machines.
describe('a system that tells its version by its kernel', () => {
  it.each([
    ['win32', '10.0.26100', 'ok Windows 11'],
    ['win32', '10.0.22000', 'ok Windows 11'],
    ['win32', '10.0.19045', 'ok Windows 10'],
    ['win32', '6.3.9600', 'blocked environment.systemTooOld'],
    ['win32', '6.1.7601', 'blocked environment.systemTooOld'],
    ['darwin', '25.1.0', 'ok macOS 26'],
    ['darwin', '24.6.0', 'ok macOS 15'],
    ['darwin', '22.0.0', 'ok macOS 13'],
    ['darwin', '21.6.0', 'blocked environment.systemTooOld'],
    ['freebsd', '14.1-RELEASE', 'unknown environment.systemUntested'],
  ] as const)('%s %s', async (platform, kernel, expected) => {
    expect(await judged(await readSystemRelease({ platform, kernel, run: none }))).toBe(expected)
  })
})

/** After what the distributions publish; only Debian's was read on a machine. */
const releases = {
  debian: 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nID=debian\n',
  uos: 'PRETTY_NAME="UnionTech OS Desktop 20 Pro"\nNAME="uos"\nID=uos\nVERSION_ID="20"\n',
  kylin: "NAME='Kylin'\nVERSION='银河麒麟桌面操作系统V10 (SP1)'\nPRETTY_NAME='Kylin V10 SP1'\nID=kylin\n",
  deepin: 'PRETTY_NAME="Deepin 23"\nNAME="Deepin"\nID=Deepin\n',
  arch: '# comment\nNAME="Arch Linux"\nID=arch\n',
}

describe('Linux', () => {
  it.each([
    ['debian', 'ok Debian GNU/Linux 12 (bookworm)'],
    ['uos', 'ok UnionTech OS Desktop 20 Pro'],
    ['kylin', 'ok Kylin V10 SP1'],
    ['deepin', 'ok Deepin 23'],
    ['arch', 'unknown environment.systemUntested'],
  ] as const)('is called as %s calls itself', async (id, expected) => {
    write('etc/os-release', releases[id])
    expect(await judged(await readSystemRelease({ platform: 'linux', run: none, root }))).toBe(expected)
  })

  it('tells from its second file where the first is missing, and nothing where both are', async () => {
    expect(await readSystemRelease({ platform: 'linux', run: none, root })).toEqual({ kind: 'other' })
    write('usr/lib/os-release', releases.uos)
    expect(await readSystemRelease({ platform: 'linux', run: none, root })).toMatchObject({ id: 'uos' })
  })

  it('of this computer names itself and its C library', async () => {
    if (process.platform !== 'linux') return
    const release = await readSystemRelease({ platform: 'linux', run: createRunTool(4000) })
    expect(release).toMatchObject({ kind: 'linux', libc: expect.stringMatching(/^glibc \d+\.\d+$/) as string })
    const [finding] = await createSystemVersionCheck(() => Promise.resolve(release)).run(new AbortController().signal)
    expect(finding?.details?.map(({ label }) => label)).toEqual(['systemVersion', 'libc'])
  })

  it.each([
    ['ID=', ''],
    ['ID="kylin\\"x"', 'kylin"x'],
    ['nonsense\nID=a\nID=b', 'b'],
    ['', ''],
  ])('whose file holds %j is called %j', async (text, id) => {
    write('etc/os-release', text)
    expect(await readSystemRelease({ platform: 'linux', run: none, root })).toMatchObject({ id })
  })
})
