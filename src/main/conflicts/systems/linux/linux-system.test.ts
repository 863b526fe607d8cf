import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { parseEntry, parsePackages, readLinuxInstalled } from './linux-installed.ts'
import { parseSockets } from './linux-listeners.ts'
import { parseStat } from './linux-processes.ts'
import { createLinuxSystem } from './linux-system.ts'

const folder = mkdtempSync(join(tmpdir(), 'linux-system-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, text: string): string {
  const whole = join(folder, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, text)
  return whole
}

const signal = AbortSignal.timeout(60_000)

it('reads names with brackets, and leaves out what has ended', () => {
  const rest = '0 -1 4194560 1 0 0 0 1 2 0 0 20 0 1 0 4711 0'
  expect(parseStat(`10 (CA (x) ) S 9) S 1 10 10 ${rest}`)).toEqual({ name: 'CA (x) ) S 9', parent: 1, started: '4711' })
  expect(parseStat(`10 (KeyX.exe) Z 1 10 10 ${rest}`)).toBeUndefined()
  expect(parseStat('')).toBeUndefined()
})

it('reads listening sockets only', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:4FDB 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 12345 1 0 100 0 0 10 0',
    '   1: 0100007F:4FDB 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 12346 1 0 20 4 30 10 -1',
    '   2: 00000000000000000000000001000000:A410 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 777 1 0',
  ].join('\n')
  expect(parseSockets(table)).toEqual([
    { port: 20443, inode: '12345' },
    { port: 42000, inode: '777' },
  ])
})

it('reads packages that are installed, and applications of UOS, each by its own words', async () => {
  const dpkg = put(
    'status',
    [
      'Package: cn.com.netca.keyx\nStatus: install ok installed\nMaintainer: NETCA <a@netca.example>\nDescription: 网证通安全客户端\n more\n',
      'Package: bjca-client\nStatus: deinstall ok config-files\nDescription: BJCA\n',
      'Package: half\nStatus: install ok half-installed\n',
    ].join('\n'),
  )
  const entry =
    '[Desktop Entry]\nName=Xindian Tool\nName[zh_CN]=标证通\nName[fr]=Outil\n[Desktop Action New]\nName=新建\n'
  put('apps/com.epoint/entries/applications/epoint.desktop', entry)
  put('share/nothing.desktop', 'Name=no heading')
  const places = { dpkg, entries: [join(folder, 'share'), join(folder, 'nowhere')], apps: join(folder, 'apps') }
  expect(await readLinuxInstalled(places)).toEqual([
    { name: 'cn.com.netca.keyx (网证通安全客户端)', publisher: 'NETCA <a@netca.example>' },
    { name: 'Xindian Tool / 标证通' },
  ])
})

it('takes for its own what this user has started in this login, and no service of the system', async () => {
  const run = (pid: string, session: string, group: string) => {
    put(`whose/${pid}/stat`, `${pid} (KeyX.exe) S 1 10 10 0 -1 4194560 1 0 0 0 1 2 0 0 20 0 1 0 4711 0`)
    put(`whose/${pid}/sessionid`, session)
    put(`whose/${pid}/cgroup`, `0::${group}\n`)
  }
  run('self', '3', '/user.slice/user-1000.slice/session-3.scope')
  run('10', '3', '/user.slice/user-1000.slice/session-3.scope')
  run('11', '4', '/user.slice/user-1000.slice/session-4.scope')
  run('12', '3', '/system.slice/keyx.service')
  const found = await createLinuxSystem({ proc: join(folder, 'whose') }).processes(signal)
  expect(found?.map(({ pid, isOwn }) => [pid, isOwn])).toEqual([
    [10, true],
    [11, false],
    [12, false],
  ])
})

it('knows that others’ programs are hidden when the first process of all is', async () => {
  put('shown/1/stat', '1 (init) S 0 1 1')
  put('hidden/7/stat', '7 (own) S 1 7 7')
  const shows = (place: string) => createLinuxSystem({ proc: join(folder, place) }).showsEveryone?.()
  expect([await shows('shown'), await shows('hidden')]).toEqual([true, false])
})

it('cannot tell where there is nothing to read', async () => {
  const nowhere = join(folder, 'nowhere')
  const installed = { dpkg: nowhere, entries: [nowhere], apps: nowhere }
  const system = createLinuxSystem({ proc: nowhere, installed })
  const answers = [await system.processes(signal), await system.listeners(signal), await system.installed(signal)]
  expect(answers).toEqual([undefined, undefined, undefined])
  mkdirSync(join(folder, 'proc'), { recursive: true })
  expect(await createLinuxSystem({ proc: join(folder, 'proc') }).processes(signal)).toBeUndefined()
})

it.runIf(process.platform === 'linux')('sees this very process and what it listens on', async () => {
  const server = createServer().listen(0, '::')
  try {
    await once(server, 'listening')
    const system = createLinuxSystem()
    const own = (await system.processes(signal))?.find(({ pid }) => pid === process.pid)
    expect(own).toMatchObject({ parent: process.ppid, isOwn: true })
    expect(own?.places).toContain(process.execPath)
    const { port } = server.address() as AddressInfo
    expect(await system.listeners(signal)).toContainEqual({ port, pids: [process.pid] })
  } finally {
    server.close()
  }
})

it('never throws at what a file holds', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('Package: x', 'Status: install ok installed', '[Desktop Entry]', 'Name=', ' 0: '),
  )
  const safe = fc.property(fc.array(word), (lines) => {
    const text = lines.join('\n')
    parseStat(text)
    parseSockets(text)
    parsePackages(text)
    parseEntry(text)
  })
  fc.assert(safe, { numRuns: 500 })
})
