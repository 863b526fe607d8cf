import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { outputs, payloads } from '../ipc/testing/samples.ts'
import { createFileLog } from '../logging/file-log.ts'
import { createDiagnostics, type DiagnosticsHost } from './open-diagnostics.ts'
import { recordSecrets, renewalRecord } from './testing/renewal-record.ts'
import { unzip } from './testing/unzip.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diagnostics-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

function start(changes: Partial<DiagnosticsHost> = {}) {
  const log = createFileLog(join(folder, 'main.log'))
  const shown: string[] = []
  const published: unknown[] = []
  const asked: string[] = []
  const host: DiagnosticsHost = {
    ...{ version: '0.1.0', mode: 'real', log, logFile: log, language: () => 'zh-CN' },
    publish: (event, payload) => void published.push([event, payload]),
    chooseSavePath: (suggestion) => {
      asked.push(suggestion)
      return Promise.resolve(join(folder, suggestion))
    },
    showFile: (path) => void shown.push(path),
    ...changes,
  }
  const record = renewalRecord()
  const cases = createDiagnostics(host, {
    overview: () => payloads['certificates:changed'],
    driverReport: () => outputs['drivers:list'],
    settings: () => outputs['settings:read'],
    connection: {
      health: { current: () => ({ state: 'unreachable' }), moments: () => ({ askedAt: 0, heardAt: undefined }) },
      clock: { skewMs: () => 400 },
      session: { current: () => undefined },
    },
    renewals: {
      list: () => [{ ...outputs['renewal:start'], id: record.started.renewalId }],
      record: () => record,
    },
    environmentReport: () => Promise.resolve([{ name: 'clock', durationMs: 3, findings: [{ state: 'ok' }] }]),
  })
  return { cases, log, shown, published, asked }
}

it('saves the very package that was shown, with everything in it, and shows its folder', async () => {
  const { cases, log, shown, published, asked } = start()
  log.info('program: starts, 13812345678')
  const { code, bytes, entries } = await cases.prepareDiagnostics()
  expect(await cases.saveDiagnostics(code)).toEqual({ saved: true, fileName: asked[0] })
  expect(asked[0]).toMatch(new RegExp(`^诊断包-\\d{4}-\\d\\d-\\d\\d-${code}\\.zip$`))
  const content = readFileSync(join(folder, asked[0] ?? ''))
  const files = await unzip(content)
  expect(content.length).toBe(bytes)
  expect([...files.keys()]).toEqual(['README.txt', ...entries.map(({ file }) => file)])
  for (const { file, text } of entries) expect(files.get(file)).toBe(text)
  expect([...files.keys()]).toEqual([
    ...['README.txt', 'about.json', 'environment.json', 'drivers.json', 'tokens.json', 'settings.json'],
    ...['platform.json', 'journal/2026-11-20-5e0e8c5c.json', 'log/main.log'],
  ])
  expect(files.get('log/main.log')).toMatch(/info {2}\[-\] program: starts, \[phone\]\n$/)
  expect(published.length).toBe(8)
  cases.showDiagnostics(code)
  expect(shown).toEqual([join(folder, asked[0] ?? '')])
})

it('tells in README.txt the code that support can work out again from the other files', async () => {
  const { cases, asked } = start()
  const { code } = await cases.prepareDiagnostics()
  await cases.saveDiagnostics(code)
  const [readme, ...others] = [...(await unzip(readFileSync(join(folder, asked[0] ?? ''))))]
  expect(readme?.[1]).toContain(`校验码：${code.slice(0, 3)} ${code.slice(3)}`)
  const hash = createHash('sha256')
    .update(others.map(([name, text]) => `${name}\0${text}\0`).join(''))
    .digest('hex')
  expect(String(BigInt(`0x${hash.slice(0, 12)}`) % 1_000_000n).padStart(6, '0')).toBe(code)
})

it('passes on nothing of a person, a company, a card or an order', async () => {
  const { cases } = start()
  const { entries } = await cases.prepareDiagnostics()
  const all = entries.map(({ text }) => text).join('\n')
  const { tokens, cards } = payloads['certificates:changed']
  const persons = ['张三', '单位', '91370100MA3C4D5E6K', '370***********8812', 'zhang', tokens[0]?.label ?? '-']
  expect([...recordSecrets, ...persons].filter((text) => all.includes(text))).toEqual([])
  expect(cards.length).toBe(1)
  const tokensFile = entries.find(({ file }) => file === 'tokens.json')?.text ?? ''
  expect(JSON.parse(tokensFile)).toMatchObject({
    tokens: [{ serialNumber: '****', certificates: [{ holder: '张*' }] }],
  })
})

it('keeps a package for five minutes, and only the newest', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { cases, log } = start()
  const first = await cases.prepareDiagnostics()
  log.info('something new')
  const second = await cases.prepareDiagnostics()
  await expect(cases.saveDiagnostics(first.code)).rejects.toThrow('diagnostics.expired')
  vi.advanceTimersByTime(5 * 60_000)
  await expect(cases.saveDiagnostics(second.code)).rejects.toThrow('diagnostics.expired')
  expect(readdirSync(folder)).toEqual(['main.log'])
})

it('shows no folder but that of the file it has saved', async () => {
  const { cases, shown, asked } = start()
  const { code } = await cases.prepareDiagnostics()
  expect(() => cases.showDiagnostics(code)).toThrow('diagnostics.fileGone')
  await cases.saveDiagnostics(code)
  expect(() => cases.showDiagnostics('000000')).toThrow('diagnostics.fileGone')
  rmSync(join(folder, asked[0] ?? ''))
  expect(() => cases.showDiagnostics(code)).toThrow('diagnostics.fileGone')
  expect(shown).toEqual([])
})

it('says so when it cannot be written, and can be saved elsewhere then', async () => {
  const paths = [join(folder, 'missing', 'a.zip'), undefined, join(folder, 'b.zip')]
  const { cases } = start({ chooseSavePath: () => Promise.resolve(paths.shift()) })
  const { code } = await cases.prepareDiagnostics()
  await expect(cases.saveDiagnostics(code)).rejects.toThrow('diagnostics.saveFailed')
  expect(await cases.saveDiagnostics(code)).toEqual({ saved: false })
  expect(await cases.saveDiagnostics(code)).toEqual({ saved: true, fileName: 'b.zip' })
})

it('writes details only while that is wanted', () => {
  const { cases, log } = start()
  log.debug('before')
  expect(cases.detailLog(true)).toEqual({ isDetailed: true })
  log.debug('during')
  expect([cases.detailLog(false), cases.logDetail()]).toEqual([{ isDetailed: false }, { isDetailed: false }])
  log.debug('after')
  expect(readFileSync(join(folder, 'main.log'), 'utf8').match(/before|during|after/g)).toEqual(['during'])
})
