// ps and lsof are written after their manuals and not recorded on a Mac; lsof's fields are also read from a real lsof below.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listenerQuery, parseListeners } from './macos-listeners.ts'
import { parseProcesses } from './macos-processes.ts'
import { createMacosSystem } from './macos-system.ts'

const processes = `
    1     0     0 Thu Nov 26 08:00:01 2026     /sbin/launchd
  501     1   501 四 11/26 08:05:13 2026     /Applications/网证通安全客户端.app/Contents/MacOS/KeyX Client
  502   501   502 Thu Nov  6 08:05:14 2026     /usr/libexec/certd
`

it('reads processes with their starts, names with blanks, and whose they are', () => {
  const place = '/Applications/网证通安全客户端.app/Contents/MacOS/KeyX Client'
  expect(parseProcesses(processes, 501)?.slice(1)).toEqual([
    {
      ...{ pid: 501, parent: 1, started: '四 11/26 08:05:13 2026' },
      ...{ names: ['KeyX Client'], places: [place], isOwn: true },
    },
    {
      ...{ pid: 502, parent: 501, started: 'Thu Nov 6 08:05:14 2026' },
      ...{ names: ['certd'], places: ['/usr/libexec/certd'], isOwn: false },
    },
  ])
  expect(parseProcesses('ps: illegal option\n', 501)).toBeUndefined()
})

it('reads who listens', () => {
  expect(parseListeners('p501\nf10\nn127.0.0.1:20443\nf11\nn[::1]:20443\np700\nf4\nn*:8000\n')).toEqual([
    { port: 20443, pids: [501] },
    { port: 8000, pids: [700] },
  ])
})

it.runIf(existsSync('/usr/bin/lsof'))('understands a real lsof', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const printed = execFileSync('/usr/bin/lsof', [...listenerQuery.parameters, '-a', '-p', String(process.pid)], {
      encoding: 'utf8',
    })
    expect(parseListeners(printed)).toContainEqual({ port, pids: [process.pid] })
  } finally {
    server.close()
  }
})

it('reads applications, and does not take an unreadable folder for an empty one', async () => {
  const system = (list: (folder: string) => readonly string[]) =>
    createMacosSystem({
      ...{ run: () => Promise.resolve(undefined), home: '/Users/x', ownUser: 501 },
      files: { list: (folder) => Promise.resolve(list(folder)) },
    })
  const signal = AbortSignal.timeout(60_000)
  const shown = system((folder) => (folder === '/Applications' ? ['网证通.app', '.DS_Store'] : []))
  expect(await shown.installed(signal)).toEqual([{ name: '网证通' }])
  expect(await system(() => []).installed(signal)).toBeUndefined()
  expect([await shown.processes(signal), await shown.listeners(signal)]).toEqual([undefined, undefined])
})

it('never throws at what a tool prints', () => {
  const safe = fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, lines) => {
    for (const printed of [text, lines.join('\n')]) {
      parseProcesses(printed, 501)
      parseListeners(printed)
    }
  })
  fc.assert(safe, { numRuns: 500 })
})
