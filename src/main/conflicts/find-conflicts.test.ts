import { expect, it } from 'vitest'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { builtInConflictTable } from './conflict-table.ts'
import { findConflicts } from './find-conflicts.ts'
import type { Keys } from './judge.ts'
import type { Sight } from './recognise.ts'
import type { SeenProcess } from './running-system.ts'

const { products } = builtInConflictTable()
const nothing: Sight = { processes: [], services: [], listeners: [], installed: [] }
const noKeys: Keys = { issuers: [], makers: [], holders: { processes: [], isComplete: true }, isSilent: false }

function process(name: string, changes: Partial<SeenProcess> = {}): SeenProcess {
  return { pid: 100, parent: 1, names: [name], places: [], started: '7', isOwn: true, ...changes }
}

const find = (sight: Partial<Sight>, keys: Partial<Keys> = {}) =>
  findConflicts(products, { ...nothing, ...sight }, { ...noKeys, ...keys })

/** Each row in one line. */
const rows = (sight: Partial<Sight>, keys: Partial<Keys> = {}) => find(sight, keys).findings.map(inOneLine)

function inOneLine({ state, subject = 'others', failure }: Finding): string {
  return [state, subject, ...(failure === undefined ? [] : [failure.code])].join(' | ')
}

const clean = 'ok | others'
const keyX = '网证通安全客户端 KeyX'
const running = `blocked | ${keyX} | environment.conflictRunning`
const suspected = `attention | ${keyX} | environment.conflictSuspected`
const daemon = process('NetcaWebSocketDaemon.exe', { pid: 5 })

it('finds nothing where nothing of the table runs, and says how many it looked for', () => {
  const { findings } = find({ processes: [process('explorer.exe')], listeners: [{ port: 445, pids: [4] }] })
  expect(findings).toEqual([
    {
      state: 'ok',
      facts: { count: products.length },
      details: [
        { label: 'seen-processes', value: '1' },
        { label: 'seen-services', value: '0' },
        { label: 'seen-ports', value: '1' },
        { label: 'seen-installed', value: '0' },
        { label: 'seen-holders', value: '0' },
      ],
    },
  ])
})

it('says that nobody has the key only where everybody could be looked at', () => {
  const { findings } = find({}, { holders: { processes: [], isComplete: false } })
  expect(findings[0]?.details?.map(({ label }) => label)).not.toContain('seen-holders')
})

it.each([
  ['a process and its port agree', { processes: [daemon], listeners: [{ port: 20443, pids: [5] }] }, running],
  [
    'a port that others use too counts with its process',
    { processes: [daemon], listeners: [{ port: 10443, pids: [5] }] },
    running,
  ],
  ['a process alone', { processes: [daemon] }, suspected],
  [
    'a process whose port is another program’s',
    { processes: [daemon, process('other.exe', { pid: 9 })], listeners: [{ port: 20443, pids: [9] }] },
    suspected,
  ],
  ['a port alone whose owner is not shown', { listeners: [{ port: 20443, pids: [] }] }, suspected],
  [
    'a process in the product’s folder, whatever its name',
    { processes: [process('tray.exe', { places: ['C:\\Program Files (x86)\\NETCA\\KeyX\\tray.exe'] })] },
    suspected,
  ],
  [
    'a name that others bear too, where the product is installed',
    { processes: [process('UpdateMgr.exe')], installed: [{ name: '网证通安全客户端' }] },
    suspected,
  ],
])('%s', (_what, sight, row) => {
  expect(rows(sight)).toEqual([row, clean])
})

it.each([
  ['a port alone that others use too', { listeners: [{ port: 10443, pids: [] }] }],
  [
    'a port that somebody else listens on',
    { processes: [process('node.exe')], listeners: [{ port: 20443, pids: [100] }] },
  ],
  ['a name alone that others bear too', { processes: [process('UpdateMgr.exe')] }],
  [
    'such a name on a port that others use too',
    { processes: [process('CLodopPrint32.exe')], listeners: [{ port: 8000, pids: [100] }] },
  ],
  ['a name that nobody has seen', { processes: [process('KGService.exe')], installed: [] }],
  ['a program that is installed', { installed: [{ name: 'KeyX', publisher: 'NETCA' }] }],
  ['certd of any system', { processes: [process('certd')] }],
])('does not warn of %s', (_what, sight) => {
  expect(rows(sight)).toEqual([clean])
})

it('notes what it did not warn of', () => {
  const { findings } = find({ processes: [process('UpdateMgr.exe')], installed: [{ name: '标证通 3.0' }] })
  expect(findings[0]?.details?.slice(0, 2)).toEqual([
    { label: 'shared-name', value: `${keyX} · UpdateMgr.exe (100)` },
    { label: 'only-installed', value: '新点驱动、检测工具、标证通 · 标证通 3.0' },
  ])
})

it('knows a program by its publisher too, whatever its own name', () => {
  const { findings } = find({ installed: [{ name: '安全客户端', publisher: '广东 NETCA 公司' }] })
  expect(findings[0]?.details?.[0]).toEqual({ label: 'only-installed', value: `${keyX} · 安全客户端` })
})

it('names a service that nobody has seen before', () => {
  const { findings } = find({ services: [{ name: 'XSCipherService', displayName: '翔晟密码服务' }] })
  expect(findings.map(inOneLine)).toEqual([clean])
  expect(findings[0]?.details?.[0]).toEqual({ label: 'shared-name', value: '翔晟签章组件 · 翔晟密码服务' })
})

it('takes a service and its process for two signs', () => {
  const service = { name: 'XTXCoreSvr', displayName: 'XTX Core' }
  const blocked = 'blocked | BJCA 证书助手 | environment.conflictRunning'
  expect(rows({ processes: [process('bjcacertd_3kgm.exe')], services: [service] })).toEqual([blocked, clean])
})

it('blocks for one sign where a driver does not get through to its key', () => {
  expect(rows({ processes: [daemon] }, { isSilent: true })).toEqual([running, clean])
  expect(rows({ processes: [process('UpdateMgr.exe')] }, { isSilent: true })).toEqual([clean])
})

it('leaves the issuing CA’s own program alone, and says so', () => {
  const sight = { processes: [daemon], listeners: [{ port: 20443, pids: [5] }] }
  const { findings } = find(sight, { issuers: ['广东省电子商务认证中心 NETCA SM2 CA'] })
  expect(findings.map(inOneLine)).toEqual([clean])
  expect(findings[0]?.details?.[0]).toEqual({ label: 'own-issuer', value: `${keyX} · NetcaWebSocketDaemon.exe (5)` })
})

it.each([
  ['its own key', ['飞天诚信'], [clean]],
  ['no key', [], [clean]],
  ['a key that nobody knows', undefined, [clean]],
  ['one of several keys', ['龙脉', '飞天诚信'], [clean]],
  ['other keys only', ['龙脉'], ['attention | 飞天证书注册程序 | environment.conflictSuspected', clean]],
])('a maker’s component with %s', (_what, makers, expected) => {
  const certd = process('certd3kGM.exe', { places: ['C:\\EnterSafe\\certd3kGM.exe'] })
  expect(rows({ processes: [certd] }, { makers })).toEqual(expected)
})

it('blocks whoever has a key open, known or not, also the issuing CA’s own, before all else', () => {
  const holders = {
    processes: [
      { pid: 5, name: 'NetcaWebSocket' },
      { pid: 8, name: 'soffice' },
    ],
    isComplete: true,
  }
  const others = [process('SKClient.exe', { pid: 6 }), daemon]
  expect(rows({ processes: others }, { holders, issuers: ['NETCA'] })).toEqual([
    `blocked | ${keyX} | environment.keyHeld`,
    'blocked | soffice | environment.keyHeld',
    'attention | 国信 CA 助手 | environment.conflictSuspected',
    clean,
  ])
})

it('gives one program to the product that names it best', () => {
  expect(rows({ processes: [process('bjcacertd_3kgm.exe')] })).toEqual([
    'attention | BJCA 证书助手 | environment.conflictSuspected',
    clean,
  ])
})

it.each(['processes', 'listeners', 'installed', 'services'] as const)(
  'never says that nothing was found when it could not look at %s',
  (what) => {
    const { findings } = find({ [what]: undefined })
    const failure = { code: 'environment.conflictsUnreadable', details: { reason: what } }
    expect(findings).toEqual([{ state: 'unknown', failure }])
  },
)

it('never says that nothing was found when the system hides what other users run', () => {
  const failure = { code: 'environment.conflictsUnreadable', details: { reason: 'other-users' } }
  expect(find({ hidesOthers: true }).findings).toEqual([{ state: 'unknown', failure }])
})

it('misses no services on a system that has none', () => {
  const withoutServices: Sight = { processes: [], listeners: [], installed: [] }
  expect(findConflicts(products, withoutServices, noKeys).findings.map(inOneLine)).toEqual([clean])
})

it('offers to end only this user’s processes that are the product’s beyond doubt', () => {
  const offers = (sight: Partial<Sight>) => {
    const { findings, endable } = find(sight)
    return [findings[0]?.fix, [...endable].map(([subject, processes]) => [subject, processes.map(({ pid }) => pid)])]
  }
  const update = process('UpdateMgr.exe', { pid: 9 })
  expect(offers({ processes: [daemon, update] })).toEqual(['end-program', [[keyX, [5]]]])
  const onItsPort = { processes: [update], listeners: [{ port: 20443, pids: [9] }] }
  expect(offers(onItsPort)).toEqual(['end-program', [[keyX, [9]]]])
  expect(offers({ processes: [{ ...daemon, isOwn: false }] })).toEqual([undefined, []])
  const undated = { pid: 5, parent: 1, names: daemon.names, places: [], isOwn: true }
  expect(offers({ processes: [undated] })).toEqual([undefined, []])
  const bjca = [process('BJCAUpdate.exe')]
  expect(offers({ processes: bjca, services: [{ name: 'XTXCoreSvr', displayName: 'XTX' }] })).toEqual([undefined, []])
  expect(offers({ processes: [process('KGService.exe')] })).toEqual([undefined, []])
})

it('brings along what was seen, how to end it, what that means, and where that is known from', () => {
  const others = process('KeyX.exe', { pid: 6, isOwn: false })
  const { findings } = find({ processes: [daemon, others], listeners: [{ port: 30443, pids: [5] }] })
  expect(findings[0]?.details).toEqual([
    { label: 'running-program', value: 'NetcaWebSocketDaemon.exe (5)' },
    { label: 'running-program', value: 'KeyX.exe (6)' },
    { label: 'used-port', value: '30443' },
    { label: 'not-ended-other-user', value: 'KeyX.exe (6)' },
    ...(products[0]?.quit ?? []).map((value) => ({ label: 'quit-step', value })),
    { label: 'quit-effect', value: products[0]?.effect },
    { label: 'source-reported', value: products[0]?.source },
  ])
})
