// 冲突程序 on this very computer: real processes under the names of the table, real listeners, a real open device node.
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builtInConflictTable } from '../../src/main/conflicts/conflict-table.ts'
import { createConflictChecks, createConflicts, type ConflictParts } from '../../src/main/conflicts/conflicts.ts'
import { createKeysOfDesk } from '../../src/main/conflicts/keys-of-desk.ts'
import { createLinuxSystem, linuxControl } from '../../src/main/conflicts/systems/linux/linux-system.ts'
import { builtInDriverTable } from '../../src/main/drivers/driver-table.ts'
import { createLinuxUsbBus } from '../../src/main/usb/linux-usb-bus.ts'
import { createUsbTree, type UsbTree } from '../../src/main/usb/testing/usb-tree.ts'
import { createLinuxWhoHolds } from '../../src/main/usb/who-holds.ts'
import type { Finding } from '../../src/shared/ipc/models-environment.ts'
import type { Overview } from '../../src/shared/ipc/models.ts'
import { sampleCertificate } from '../support/fake-desktop.ts'
import { createForeignPrograms, type ForeignPrograms } from '../support/foreign-program.ts'
import { failureOf } from '../support/token-steps.ts'

const keyX = '网证通安全客户端 KeyX'
/** The test's own processes are strangers to the program under test. */
const aStranger = -1

let programs: ForeignPrograms
let key: UsbTree
let logged: string[]
beforeEach(() => {
  programs = createForeignPrograms()
  key = createUsbTree({ '1-2': { ids: ['055c', 'e618'], fields: { busnum: '1', devnum: '7' }, interfaces: ['0b'] } })
  logged = []
})
afterEach(() => {
  programs.endAll()
  key.remove()
})

const noCertificates: Overview = { complete: true, modules: [], tokens: [], cards: [] }

function conflictsOf(overview: Overview = noCertificates, changes: Partial<ConflictParts> = {}) {
  const usb = { bus: createLinuxUsbBus(key.usb), whoHolds: createLinuxWhoHolds({ ...key, proc: '/proc' }, aStranger) }
  const desk = { overview: () => overview, modules: () => [], drivers: () => builtInDriverTable().drivers, usb }
  return createConflicts({
    ...{ system: createLinuxSystem(), control: linuxControl, table: builtInConflictTable, ownPid: aStranger },
    ...{ keys: createKeysOfDesk(desk), log: { info: (line: string) => logged.push(line) }, ...changes },
  })
}

const waiting = () => AbortSignal.timeout(30_000)

/** The rows, each in one line, as 环境检测 runs the check. */
async function rows(conflicts: ReturnType<typeof conflictsOf>): Promise<readonly string[]> {
  const [check] = createConflictChecks(conflicts)
  return ((await check?.run(waiting())) ?? []).map(inOneLine)
}

function inOneLine({ state, subject = 'others', failure, fix }: Finding): string {
  return [state, subject, failure?.code, fix].filter((part) => part !== undefined).join(' | ')
}

const clean = 'ok | others'
const running = `blocked | ${keyX} | environment.conflictRunning | end-program`
const suspected = `attention | ${keyX} | environment.conflictSuspected | end-program`

describe.runIf(process.platform === 'linux')('on Linux', () => {
  it('blocks while a program of the table listens on its port, and is content when it has been quit', async () => {
    const conflicts = conflictsOf()
    expect(await rows(conflicts)).toEqual([clean])
    const program = await programs.start('KeyX.exe', { ports: [30443, 20443] })
    expect(readFileSync(`/proc/${program.pid}/comm`, 'utf8')).toBe('KeyX.exe\n')
    expect(program.port).toBeDefined()
    expect(await rows(conflicts)).toEqual([running, clean])
    await program.quit()
    expect(await rows(conflicts)).toEqual([clean])
  })

  it('warns of the same program where it listens on nothing', async () => {
    await programs.start('KeyX.exe')
    expect(await rows(conflictsOf())).toEqual([suspected, clean])
  })

  it('knows a program by its folder, and one whose name the kernel cuts off', async () => {
    const long = await programs.start('NetcaWebSocketServer.exe')
    expect(readFileSync(`/proc/${long.pid}/comm`, 'utf8')).toBe('NetcaWebSocketS\n')
    await programs.start('EnterSafe/ePass3000GM/tray')
    expect(await rows(conflictsOf())).toEqual([
      suspected,
      'attention | 飞天证书注册程序 | environment.conflictSuspected | end-program',
      clean,
    ])
  })

  it('does not take another program on such a port for the product', async () => {
    await programs.start('somebody-else', { ports: [30443, 20443] })
    expect(await rows(conflictsOf())).toEqual([clean])
  })

  it('blocks whoever has the key open, and nobody who has another device open', async () => {
    await programs.start('harmless', { opens: key.node('bus/usb/001/008') })
    expect(await rows(conflictsOf())).toEqual([clean])
    await programs.start('stranger', { opens: key.node('bus/usb/001/007') })
    await programs.start('KeyX.exe', { opens: key.node('bus/usb/001/007') })
    expect(await rows(conflictsOf())).toEqual([
      `blocked | ${keyX} | environment.keyHeld | end-program`,
      'blocked | stranger | environment.keyHeld',
      clean,
    ])
  })

  it('leaves the issuing CA’s own program alone', async () => {
    await programs.start('KeyX.exe', { ports: [30443, 20443] })
    const certificate = sampleCertificate('a', { issuer: 'NETCA SM2 CA01' })
    const card = { id: 'a', tokenSerialNumber: '1', certificates: [certificate] }
    expect(await rows(conflictsOf({ ...noCertificates, cards: [card] }))).toEqual([clean])
  })

  it('does not find itself: what this program has started is its own', async () => {
    await programs.start('KeyX.exe', { ports: [30443, 20443] })
    expect(await rows(conflictsOf(noCertificates, { ownPid: process.pid }))).toEqual([clean])
  })
})

describe.runIf(process.platform === 'linux')('ending a program', () => {
  it('asks it to end, waits until it has, and writes down what became of it', async () => {
    const program = await programs.start('KeyX.exe', { ports: [30443, 20443] })
    const conflicts = conflictsOf()
    await conflicts.find(waiting())
    await conflicts.endProgram.run(keyX)
    expect(() => process.kill(program.pid, 0)).toThrow('ESRCH')
    expect(await rows(conflicts)).toEqual([clean])
    expect(logged).toEqual([
      `conflicts: the user asked to end "${keyX}": asking KeyX.exe (process ${program.pid})`,
      `conflicts: the user asked to end "${keyX}": ended`,
    ])
  })

  it('says so when it stays, and does not force it', async () => {
    const program = await programs.start('KeyX.exe', { whenAsked: 'stays' })
    const conflicts = conflictsOf(noCertificates, { patienceMs: 300 })
    await conflicts.find(waiting())
    expect(await failureOf(conflicts.endProgram.run(keyX))).toEqual({ code: 'environment.programStillRunning' })
    expect(process.kill(program.pid, 0)).toBe(true)
    expect(logged.at(-1)).toContain('still running')
  })

  it('says so when it starts again by itself', async () => {
    const program = await programs.start('KeyX.exe', { whenAsked: 'starts-again' })
    const conflicts = conflictsOf()
    await conflicts.find(waiting())
    expect(await failureOf(conflicts.endProgram.run(keyX))).toEqual({ code: 'environment.programRestarted' })
    expect(await program.startsAgain).not.toBe(program.pid)
  })

  it('is content with what has ended meanwhile', async () => {
    const program = await programs.start('KeyX.exe')
    const conflicts = conflictsOf()
    await conflicts.find(waiting())
    await program.quit()
    await conflicts.endProgram.run(keyX)
    expect(logged.at(-1)).toContain('ended')
  })

  it('touches nothing that no row has offered', async () => {
    const program = await programs.start('stranger', { opens: key.node('bus/usb/001/007') })
    const conflicts = conflictsOf()
    await conflicts.find(waiting())
    for (const subject of ['stranger', keyX, undefined]) {
      const refusal = { code: 'environment.programNotEndable', details: { reason: 'gone' } }
      expect(await failureOf(conflicts.endProgram.run(subject))).toEqual(refusal)
    }
    expect(process.kill(program.pid, 0)).toBe(true)
  })
})
