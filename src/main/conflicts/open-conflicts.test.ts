import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { failureOf } from '../../../tests/support/token-steps.ts'
import { createDriverHost } from '../drivers/driver-host.ts'
import { builtInDriverTable } from '../drivers/driver-table.ts'
import { openDrivers } from '../drivers/open-drivers.ts'
import { builtInConflictTable } from './conflict-table.ts'
import { openConflicts } from './open-conflicts.ts'

const folder = mkdtempSync(join(tmpdir(), 'conflict-table-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const script = resolve(import.meta.dirname, '../../../scripts/sign-resource.mjs')
const sign = (...parameters: readonly string[]) =>
  execFileSync(process.execPath, [script, ...parameters], { encoding: 'utf8', stdio: 'pipe' })
const key = join(folder, 'key.pem')
const publicKey = sign('--make-key', key).trim()

function signed(name: string, content: object): string {
  const [plain, output] = [join(folder, `plain-${name}`), join(folder, name)]
  writeFileSync(plain, JSON.stringify(content))
  sign(key, plain, output)
  return output
}

const tool = {
  ...builtInConflictTable().products[0],
  id: 'new-tool',
  product: '新的工具',
  processes: [{ name: 'newtool.exe' }],
}
const conflicts = signed('conflicts.json', {
  kind: 'conflicts',
  ...builtInConflictTable(),
  version: 5,
  products: [tool],
})
const drivers = signed('drivers.json', { kind: 'drivers', ...builtInDriverTable(), version: 6 })
const other = signed('other.json', { kind: 'other', version: 7 })

const running = [{ pid: 5, parent: 1, names: ['newtool.exe'], places: [], started: '1', isOwn: true }]
const system = {
  processes: () => Promise.resolve(running),
  listeners: () => Promise.resolve([]),
  installed: () => Promise.resolve([]),
}
const control = { askToEnd: () => Promise.resolve(), isRunning: () => Promise.resolve(false) }

/** The program's two tables as it starts, with this file chosen when it asks for one. */
async function open(chosen: string) {
  const desk = {
    overview: () => ({ complete: true, modules: [], tokens: [], cards: [] }),
    ...{ modules: () => [], drivers: () => [], usb: undefined },
  }
  const log = { info: () => undefined }
  const opened = await openConflicts({ folder, keys: [publicKey], system: { system, control }, desk, log })
  const dialogs = { chooseTable: () => Promise.resolve(chosen), openPage: () => Promise.resolve() }
  const host = { ...createDriverHost({ searches: false, ...dialogs }), keys: [publicKey], otherTables: [opened.table] }
  const modules = { use: () => undefined, states: () => [], refresh: () => Promise.resolve() }
  const ofDrivers = await openDrivers({
    ...{ folder, host, isFixed: false, userPaths: () => [], notKept: () => undefined },
    modules: () => modules as never,
  })
  const states = async () => {
    const found = await opened.checks[0]?.run(AbortSignal.timeout(60_000))
    return found?.map(({ state, subject }) => [state, subject])
  }
  return { ...ofDrivers, states }
}

it('takes either table with the same chooser, uses it at once, and finds it again at the next start', async () => {
  const before = await open(conflicts)
  expect(await before.states()).toEqual([['ok', undefined]])
  expect((await before.updateTable()).otherTables).toMatchObject([{ version: 5, origin: 'file', rows: 1 }])
  const found = [
    ['attention', '新的工具'],
    ['ok', undefined],
  ]
  expect(await before.states()).toEqual(found)
  const again = await open(drivers)
  expect(await again.states()).toEqual(found)
  const { table, otherTables } = await again.updateTable()
  expect([table.version, otherTables[0]?.version]).toEqual([6, 5])
})

it('refuses what is neither, and what is no newer, with the reason', async () => {
  const reasonOf = async (file: string) => (await failureOf((await open(file)).updateTable())).details?.['reason']
  const reasons = [await reasonOf(other), await reasonOf(drivers), await reasonOf(conflicts), await reasonOf(key)]
  expect(reasons).toEqual(['content', 'older', 'older', 'unreadable'])
})
