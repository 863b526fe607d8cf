import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunTool } from '../../usb/run-tool.ts'
import { createLinuxCopies } from './linux-copies.ts'
import { createOtherCopies } from './other-copies.ts'

let folder: string
const children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'copies-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  rmSync(folder, { recursive: true, force: true })
})

describe('on Linux', () => {
  /** A copy of a real program under our name, as another user or another mount of an AppImage would run it. */
  async function start(name: string, ...words: readonly string[]): Promise<number | undefined> {
    const file = join(folder, name)
    copyFileSync('/bin/sleep', file)
    const child = spawn(file, ['1000', ...words])
    children.push(child)
    await once(child, 'spawn')
    return child.pid
  }
  const copies = () => createLinuxCopies({ executable: '/opt/CertUserTool/cert-user-tool-7f', ownPid: process.pid })()

  it('finds a process of the same name, and none of another', async () => {
    expect(await copies()).toEqual([])
    await start('cert-user-tool-7g')
    const pid = await start('cert-user-tool-7f')
    expect(await copies()).toEqual([pid])
  })

  it('finds one whose file was replaced while it runs', async () => {
    const pid = await start('cert-user-tool-7f')
    rmSync(join(folder, 'cert-user-tool-7f'))
    expect(await copies()).toEqual([pid])
  })

  /** A /proc of this test's own. */
  function process_(pid: number, command: string, exe?: string): void {
    mkdirSync(join(folder, String(pid)))
    writeFileSync(join(folder, String(pid), 'cmdline'), command)
    if (exe !== undefined) symlinkSync(exe, join(folder, String(pid), 'exe'))
  }
  const seen = () => createLinuxCopies({ executable: '/opt/a/tool', ownPid: 10, proc: folder })()

  it('counts neither itself nor the children of a copy, whoever owns it', async () => {
    process_(10, '/opt/a/tool\0', '/opt/a/tool')
    process_(11, '/opt/a/tool\0--type=renderer\0')
    process_(12, '/opt/a/tool --type=zygote ')
    process_(20, '/tmp/.mount_x/tool\0--flag\0')
    process_(21, '/tmp/.mount_x/tool\0--type=gpu-process\0')
    process_(30, '/usr/bin/editor\0/opt/a/tool\0')
    process_(31, '')
    expect(await seen()).toEqual([20])
  })

  it('cannot tell where not even this program is seen', async () => {
    process_(20, '/opt/a/tool\0')
    expect(await seen()).toBeUndefined()
  })
})

// Written after the references of tasklist (Microsoft) and ps (macOS), not recorded on such machines.
const tasklist = [
  '"CertUserTool.exe","4312","Console","1","182,004 K"',
  '"CertUserTool.exe","4400","Console","1","61,220 K"',
  '"CertUserTool.exe","9120","RDP-Tcp#3","2","180,100 K"',
  '"CertUserTool.exe","9188","RDP-Tcp#3","2","60,004 K"',
  '"CertUserTool.exe","9900","Console","3","180,100 K"',
].join('\r\n')
const ps = [
  '    1 /sbin/launchd',
  '  610 /Applications/CertUserTool.app/Contents/MacOS/CertUserTool',
  '  615 /Applications/CertUserTool.app/Contents/Frameworks/CertUserTool Helper.app/Contents/MacOS/CertUserTool Helper',
  ' 1210 /Users/other/Desktop/CertUserTool.app/Contents/MacOS/CertUserTool',
  ' 1300 /Applications/Other.app/Contents/MacOS/Other',
].join('\n')

describe('elsewhere', () => {
  const asked: string[] = []
  const ask = (platform: NodeJS.Platform, ownPid: number, printed: string | undefined) => {
    asked.length = 0
    const run: RunTool = ({ path, parameters }) => {
      asked.push([path, ...parameters].join(' '))
      return Promise.resolve(printed)
    }
    const executable =
      platform === 'win32'
        ? 'C:\\Program Files\\CertUserTool\\CertUserTool.exe'
        : '/Applications/CertUserTool.app/Contents/MacOS/CertUserTool'
    return createOtherCopies({ platform, environment: { SystemRoot: 'D:\\W' }, executable, run, ownPid })?.()
  }

  it.each([
    ['win32', 4312, tasklist, [9120, 9900]],
    ['win32', 9188, tasklist, [4312, 9900]],
    ['win32', 4312, tasklist.split('\r\n')[0], []],
    ['win32', 77, tasklist, undefined],
    ['win32', 77, 'INFO: No tasks are running which match the specified criteria.\r\n', undefined],
    ['win32', 4312, undefined, undefined],
    ['darwin', 610, ps, [1210]],
    ['darwin', 1210, ps, [610]],
    ['darwin', 99, ps, undefined],
    ['darwin', 610, undefined, undefined],
    ['freebsd', 610, ps, undefined],
  ] as const)('%s, seen by %i', async (platform, ownPid, printed, expected) => {
    expect(await ask(platform, ownPid, printed)).toEqual(expected)
  })

  it('asks the tools of the system by their absolute paths', async () => {
    await ask('win32', 1, '')
    expect(asked).toEqual(['D:\\W\\System32\\tasklist.exe /FI IMAGENAME eq CertUserTool.exe /FO CSV /NH'])
    await ask('darwin', 1, '')
    expect(asked).toEqual(['/bin/ps -axo pid=,comm='])
  })
})
