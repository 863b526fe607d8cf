import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UsbDevice } from '../../usb/usb-bus.ts'
import type { SystemTool } from '../../usb/run-tool.ts'
import type { DeviceLook } from '../device/device-look.ts'
import { answering, brief, driver, look } from '../testing/looks.ts'
import { checkSmartCardService } from './check-smart-card-service.ts'
import { createLinuxService } from './linux-service.ts'
import { namesSmartCardLibrary } from './names-smart-card-library.ts'
import type { ServiceState } from './smart-card-service.ts'
import { createWindowsService, readServiceState } from './windows-service.ts'

const signal = new AbortController().signal
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'service-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the check', () => {
  const reader: UsbDevice = { vendorId: '096e', productId: '0309', place: '1-1', isSmartCard: true }
  const hid: UsbDevice = { ...reader, isSmartCard: false }
  interface Situation {
    readonly state: ServiceState
    readonly names?: boolean | undefined
    readonly devices?: readonly UsbDevice[] | undefined | 'fails'
    readonly seen?: DeviceLook
  }
  const noKey = look({ modules: [answering([])] })
  const rowOf = async ({ state, seen = noKey, ...situation }: Situation) => {
    const devices = 'devices' in situation ? situation.devices : [hid]
    const names = 'names' in situation ? situation.names : false
    const findings = await checkSmartCardService({
      look: () => Promise.resolve(seen),
      service: { name: 'pcscd', state: () => Promise.resolve(state) },
      devices: () => (devices === 'fails' ? Promise.reject(new Error('no bus')) : Promise.resolve(devices)),
      namesSmartCardLibrary: () => Promise.resolve(names),
    }).run(signal)
    expect(findings).toHaveLength(1)
    return findings.map(brief)[0]
  }

  it.each<[string, Situation, string]>([
    ['running, and a driver needs it', { state: 'running', names: true }, 'ok'],
    ['running, and a card reader is plugged in', { state: 'running', devices: [reader] }, 'ok'],
    ['running, and nobody needs it', { state: 'running' }, 'not-applicable'],
    ['stopped, and nobody needs it', { state: 'stopped' }, 'not-applicable'],
    ['stopped', { state: 'stopped', names: true }, 'attention environment.serviceStopped'],
    ['disabled', { state: 'disabled', names: true }, 'blocked environment.serviceDisabled'],
    ['missing', { state: 'missing', devices: [reader] }, 'blocked environment.serviceMissing'],
    ['not to be told', { state: 'unknown', names: true }, 'unknown environment.serviceUnknown'],
    ['not to be told, and not needed', { state: 'unknown' }, 'not-applicable'],
    ['part of the system', { state: 'built-in', names: true }, 'not-applicable'],
    [
      'missing, and a driver cannot be read',
      { state: 'missing', names: undefined },
      'unknown environment.serviceMissing',
    ],
    ['missing, and no bus to see', { state: 'missing', devices: undefined }, 'unknown environment.serviceMissing'],
    ['missing, and a bus that fails', { state: 'missing', devices: 'fails' }, 'unknown environment.serviceMissing'],
    ['missing, while a key is read without it', { state: 'missing', names: true, seen: look() }, 'not-applicable'],
    ['running, while a key is read through it', { state: 'running', names: true, seen: look() }, 'ok'],
    [
      'missing, while a key is read and a reader is there',
      { state: 'missing', devices: [reader], seen: look() },
      'blocked environment.serviceMissing',
    ],
    [
      'missing, and no driver but the demonstration',
      { state: 'missing', seen: look({ modules: [answering([])], drivers: [{ ...driver(), bits: undefined }] }) },
      'not-applicable',
    ],
  ])('says how the service is: %s', async (_what, situation, expected) => {
    expect(await rowOf(situation)).toBe(expected)
  })
})

describe.runIf(process.platform === 'linux')('on Linux', () => {
  const places = (more: Partial<Parameters<typeof createLinuxService>[0] & object> = {}) => ({
    ...{
      unixSockets: '/proc/net/unix',
      socket: join(folder, 'pcscd.comm'),
      programs: [join(folder, 'pcscd')],
      ...more,
    },
  })

  it('runs while somebody listens at its socket, and not when only the file is left', async () => {
    const server = createServer().listen(places().socket)
    await once(server, 'listening')
    expect(await createLinuxService(places()).state(signal)).toBe('running')
    server.close()
    await once(server, 'close')
    writeFileSync(places().socket, '')
    expect(await createLinuxService(places()).state(signal)).toBe('missing')
    writeFileSync(join(folder, 'pcscd'), '')
    expect(await createLinuxService(places()).state(signal)).toBe('stopped')
  })

  it('takes /var/run for /run, and a connection for no listener', async () => {
    const line = (flags: string, path: string) => `ffff: 00000002 00000000 ${flags} 0001 01 12345 ${path}`
    const unixSockets = join(folder, 'unix')
    const state = () => createLinuxService(places({ unixSockets, socket: '/run/pcscd/pcscd.comm' })).state(signal)
    writeFileSync(unixSockets, line('00010000', '/var/run/pcscd/pcscd.comm'))
    expect(await state()).toBe('running')
    writeFileSync(unixSockets, line('00000000', '/run/pcscd/pcscd.comm'))
    expect(await state()).toBe('missing')
    rmSync(unixSockets)
    expect(await state()).toBe('unknown')
  })
})

// Written after the documentation of sc.exe (Microsoft Learn, "sc query", "sc qc"); NOT recorded on a machine.
const query = (state: string, label = 'STATE') => `
SERVICE_NAME: SCardSvr
        TYPE               : 20  WIN32_SHARE_PROCESS
        ${label}              : ${state}
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
        WIN32_EXIT_CODE    : 0  (0x0)`
const configuration = (start: string, label = 'START_TYPE') => `
[SC] QueryServiceConfig SUCCESS

SERVICE_NAME: SCardSvr
        TYPE               : 20  WIN32_SHARE_PROCESS
        ${label}         : ${start}
        ERROR_CONTROL      : 1   NORMAL
        DISPLAY_NAME       : Smart Card`

describe('on Windows', () => {
  const manual = configuration('3   DEMAND_START')
  it.each<[string, string | undefined, string | undefined, ServiceState]>([
    ['running', query('4  RUNNING'), manual, 'running'],
    ['starting', query('2  START_PENDING'), manual, 'running'],
    ['stopped', query('1  STOPPED'), manual, 'stopped'],
    ['stopped, in Chinese', query('1  STOPPED', '状态'), configuration('2   AUTO_START', '启动类型'), 'stopped'],
    ['disabled', query('1  STOPPED'), configuration('4   DISABLED'), 'disabled'],
    ['disabled, in Chinese', query('1  STOPPED', '状态'), configuration('4   DISABLED', '启动类型'), 'disabled'],
    ['disabled, but still running', query('4  RUNNING'), configuration('4   DISABLED'), 'running'],
    ['stopped, and nobody says how it is started', query('1  STOPPED'), undefined, 'stopped'],
    ['a tool that failed', undefined, undefined, 'unknown'],
    ['something else', 'Access is denied.', manual, 'unknown'],
  ])('reads what sc.exe prints: %s', (_what, printed, configured, expected) => {
    expect(readServiceState(printed, configured)).toBe(expected)
  })

  it('asks the sc.exe of the system, wherever PATH leads', async () => {
    const asked: SystemTool[] = []
    const service = createWindowsService({
      systemRoot: 'D:\\Windows',
      run: (tool) => {
        asked.push(tool)
        return Promise.resolve(undefined)
      },
    })
    expect(await service.state(signal)).toBe('unknown')
    expect(asked).toEqual([
      { path: 'D:\\Windows\\System32\\sc.exe', parameters: ['query', 'SCardSvr'] },
      { path: 'D:\\Windows\\System32\\sc.exe', parameters: ['qc', 'SCardSvr'] },
    ])
  })
})

describe('the library that a driver names', () => {
  const file = (octets: Buffer) => {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, 'driver')
    writeFileSync(path, octets)
    return path
  }
  it.each<[string, Buffer, boolean]>([
    ['as its file writes it', Buffer.from('\0libpcsclite.so.1\0'), true],
    ['in capital letters', Buffer.from('\0WINSCARD.dll\0'), true],
    [
      'in two octets for a letter, as programs of Windows name what they load',
      Buffer.from('WinSCard.dll', 'utf16le'),
      true,
    ],
    ['not at all', Buffer.from('libcrypto.so.3'), false],
    // 64 KiB is how much is read at a time.
    ['across two reads', Buffer.concat([Buffer.alloc(65_536 - 4), Buffer.from('libpcsclite')]), true],
    ['so across two reads', Buffer.concat([Buffer.alloc(65_536 - 23), Buffer.from('winscard.dll', 'utf16le')]), true],
  ])('is found: %s', async (_what, octets, expected) => {
    expect(await namesSmartCardLibrary(file(octets), signal)).toBe(expected)
  })

  it('is not known of a file that cannot be read', async () => {
    expect(await namesSmartCardLibrary(join(folder, 'nothing'), signal)).toBeUndefined()
  })

  it('is not known of a file that is too large to be read to its end', async () => {
    const path = file(Buffer.from('libcrypto.so.3'))
    const largest = 64 * 1024 * 1024
    truncateSync(path, largest)
    expect(await namesSmartCardLibrary(path, signal)).toBe(false)
    truncateSync(path, largest + 1)
    expect(await namesSmartCardLibrary(path, signal)).toBeUndefined()
  })
})
