// Written after Microsoft's documentation and published output of Chinese Windows; nothing here was recorded on one.
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseRegistry } from '../../../drivers/windows-registry.ts'
import { createRunTool, type SystemTool } from '../../../usb/run-tool.ts'
import { builtInConflictTable } from '../../conflict-table.ts'
import { findConflicts } from '../../find-conflicts.ts'
import { parseListeners } from './windows-listeners.ts'
import { parseProcesses, processQuery } from './windows-processes.ts'
import { parseServices } from './windows-services.ts'
import { createWindowsControl, createWindowsSystem } from './windows-system.ts'

/** The octets of a fixture, as a tool would print them. */
const printed = (fixture: string) => ({
  path: process.execPath,
  parameters: ['-e', `process.stdout.write(require('node:fs').readFileSync(process.argv[1]))`].concat(
    join(import.meta.dirname, 'fixtures', fixture),
  ),
})

const processes = JSON.stringify([
  { pid: 0, parent: 0, name: 'System Idle Process', path: null, started: '', isOwn: false },
  { pid: 1044, parent: 700, name: 'svchost.exe', path: null, started: '638999999999999999', isOwn: false },
  {
    ...{ pid: 5120, parent: 4800, name: 'KeyX.exe', started: '639000000000000001', isOwn: true },
    path: 'C:\\Program Files (x86)\\NETCA\\KeyX\\KeyX.exe',
  },
  { pid: 6032, parent: 700, name: '国信.exe', path: 'D:\\国信\\国信.exe', started: '639000000000000002', isOwn: true },
])

const uninstall = String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall`
const registered = [
  `${uninstall}\\{1}`,
  '    DisplayName    REG_SZ    网证通安全客户端 4.4.1',
  '    Publisher    REG_SZ    NETCA',
  `${uninstall}\\{2}`,
  '    UninstallString    REG_SZ    msiexec',
].join('\r\n')

const systemRoot = 'D:\\Windows'
const registryWith = (text: string) => ({ textsBelow: () => Promise.resolve(parseRegistry(text)) })

/** A Windows whose tools print the fixtures; what was asked is kept. */
function windows(changes: Readonly<Record<string, string>> = {}) {
  const asked: SystemTool[] = []
  const runFixture = createRunTool(60_000)
  const run = async (tool: SystemTool) => {
    asked.push(tool)
    const name = tool.path.split('\\').at(-1) ?? ''
    if (changes[name] !== undefined) return changes[name]
    if (name === 'sc.exe') return runFixture(printed('sc-query-gbk.txt'))
    if (name === 'NETSTAT.EXE') return runFixture(printed('netstat-gbk.txt'))
    return name === 'powershell.exe' ? processes : undefined
  }
  return { asked, run, system: createWindowsSystem({ run, registry: registryWith(registered), systemRoot }) }
}

const signal = AbortSignal.timeout(60_000)

it('reads services that run, in Chinese and in English', async () => {
  expect(await windows().system.services?.(signal)).toEqual([
    { name: 'Longmai mToken IOSVR', displayName: '龙脉 mToken 输入输出服务' },
    { name: 'SCardSvr', displayName: 'Smart Card' },
  ])
})

it('takes no exit code of 4 for a service that runs', () => {
  const paused = [
    ...['SERVICE_NAME: XTXCoreSvr', 'DISPLAY_NAME: 证书助手核心服务'],
    ...['        类型               : 10  WIN32_OWN_PROCESS', '        状态               : 7  PAUSED'],
    ...['        WIN32_退出代码     : 4  (0x4)', '        服务_退出代码      : 0  (0x0)'],
  ]
  const spooler = ['SERVICE_NAME: Spooler', 'DISPLAY_NAME: Print Spooler', '        状态               : 4  RUNNING']
  const running = [{ name: 'Spooler', displayName: 'Print Spooler' }]
  expect(parseServices([...paused, '', ...spooler].join('\r\n'))).toEqual(running)
})

it('reads who listens, whatever the language calls it', async () => {
  expect(await windows().system.listeners(signal)).toEqual([
    { port: 135, pids: [1044] },
    { port: 20443, pids: [5120] },
    { port: 42000, pids: [6032] },
  ])
})

it('reads processes with their starts, and whose they are', async () => {
  const found = await windows().system.processes(signal)
  expect(found?.map(({ pid, isOwn, started }) => [pid, isOwn, started])).toEqual([
    [0, false, undefined],
    [1044, false, '638999999999999999'],
    [5120, true, '639000000000000001'],
    [6032, true, '639000000000000002'],
  ])
})

it('takes no process for the parent of an older one: Windows gives away the numbers of parents that have ended', () => {
  const child = { pid: 5120, parent: 4800, name: 'KeyX.exe', started: '639000000000000001', isOwn: true }
  const parentBeside = (started: string) => {
    const heir = { pid: 4800, parent: 700, name: 'CertUserTool.exe', started, isOwn: true }
    return parseProcesses(JSON.stringify([child, heir]))?.[0]?.parent
  }
  expect(parseProcesses(JSON.stringify([child]))?.[0]?.parent).toBe(4800)
  expect(['638999999999999999', '639000000000000001', ''].map(parentBeside)).toEqual([4800, 4800, 4800])
  expect(parentBeside('639000000000000002')).toBe(0)
})

it('reads what is installed', async () => {
  const found = await windows().system.installed(signal)
  expect(found).toContainEqual({ name: '网证通安全客户端 4.4.1', publisher: 'NETCA' })
  const { system } = { system: createWindowsSystem({ ...windows(), registry: registryWith(''), systemRoot }) }
  expect(await system.installed(signal)).toBeUndefined()
})

it('reads what is installed for everybody, in both views, and for this user', async () => {
  const registry = {
    textsBelow: (key: string, view: number) =>
      Promise.resolve(parseRegistry(`HKEY_${key}\\{1}\r\n    DisplayName    REG_SZ    ${key.slice(0, 4)} ${view}`)),
  }
  const found = await createWindowsSystem({ ...windows(), registry, systemRoot }).installed(signal)
  expect(found?.map(({ name }) => name)).toEqual(['HKLM 64', 'HKLM 32', 'HKCU 64'])
})

it('finds the conflict in all of it', async () => {
  const { system } = windows()
  const sight = {
    ...{ processes: await system.processes(signal), services: await system.services?.(signal) },
    ...{ listeners: await system.listeners(signal), installed: await system.installed(signal) },
  }
  const keys = { issuers: [], makers: ['龙脉'], holders: { processes: [], isComplete: false }, isSilent: false }
  const { findings, endable } = findConflicts(builtInConflictTable().products, sight, keys)
  expect(findings.map(({ state, subject, fix }) => [state, subject, fix])).toEqual([
    ['blocked', '网证通安全客户端 KeyX', 'end-program'],
    ['ok', undefined, undefined],
  ])
  expect([...endable.values()].flat().map(({ pid }) => pid)).toEqual([5120])
})

it('asks the tools of the system, wherever PATH leads, and asks to end without force', async () => {
  const { asked, run, system } = windows()
  await Promise.all([system.processes(signal), system.services?.(signal), system.listeners(signal)])
  const own = { pid: 5120, parent: 1, names: ['KeyX.exe'], places: [], isOwn: true }
  await createWindowsControl({ run, systemRoot }).askToEnd(own)
  expect(asked.map(({ path }) => path)).toEqual([
    'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    'D:\\Windows\\System32\\sc.exe',
    'D:\\Windows\\System32\\NETSTAT.EXE',
    'D:\\Windows\\System32\\taskkill.exe',
  ])
  // A number may be another program's by then: its name has to fit as well.
  expect(asked.at(-1)?.parameters).toEqual(['/PID', '5120', '/FI', 'IMAGENAME eq KeyX.exe'])
})

it.each(['powershell.exe', 'sc.exe', 'NETSTAT.EXE'])('believes nothing of garbage from %s', async (tool) => {
  const { system } = windows({ [tool]: '拒绝访问。\r\n' })
  const answers = [await system.processes(signal), await system.services?.(signal), await system.listeners(signal)]
  const tools = ['powershell.exe', 'sc.exe', 'NETSTAT.EXE']
  expect(answers.map((answer) => answer === undefined)).toEqual(tools.map((name) => name === tool))
})

it('never throws at what a tool prints, and invents no port', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '  TCP    127.0.0.1:99999        0.0.0.0:0              LISTENING       1',
      'SERVICE_NAME: ',
      '[]',
      '[{}]',
    ),
  )
  const output = fc.array(line).map((lines) => lines.join('\r\n'))
  const safe = fc.property(output, (text) => {
    parseProcesses(text)
    parseServices(text)
    for (const { port, pids } of parseListeners(text) ?? [])
      expect([port < 65_536, pids.length > 0]).toEqual([true, true])
  })
  fc.assert(safe, { numRuns: 500 })
})

it('tells every socket that it is told of', () => {
  const socket = fc.record({ port: fc.integer({ min: 1, max: 65_535 }), pid: fc.nat({ max: 99_999 }) })
  const told = fc.property(fc.uniqueArray(socket, { minLength: 1, selector: ({ port }) => port }), (sockets) => {
    const lines = sockets.map(({ port, pid }) => `  TCP    0.0.0.0:${port}    0.0.0.0:0    LISTENING    ${pid}`)
    expect(parseListeners(lines.join('\r\n'))).toEqual(sockets.map(({ port, pid }) => ({ port, pids: [pid] })))
  })
  fc.assert(told)
})

it.runIf(process.platform === 'win32')('is a query that this Windows understands', async () => {
  const text = await createRunTool(60_000)(processQuery(process.env['SystemRoot'] ?? 'C:\\Windows'))
  expect(parseProcesses(text ?? '')?.find(({ pid }) => pid === process.pid)?.isOwn).toBe(true)
})
