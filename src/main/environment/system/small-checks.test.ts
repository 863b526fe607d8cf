import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { AppError } from '../../app-error.ts'
import type { Check } from '../check.ts'
import { createClockCheck } from './check-clock.ts'
import { createDiskCheck } from './check-disk.ts'
import { createOtherCopyCheck } from './check-other-copy.ts'
import { createProgramCheck } from './check-program-version.ts'
import { createTimeZoneCheck } from './check-time-zone.ts'

const only = async ({ run }: Check): Promise<Finding | undefined> => {
  const findings = await run(new AbortController().signal)
  expect(findings).toHaveLength(1)
  return findings[0]
}

describe('the clock', () => {
  const answer = { name: '平台', apiVersion: '1', time: '2026-11-23T08:00:00Z' }
  const clockOf = (skewMs: number | undefined, ask = () => Promise.resolve(answer)) =>
    only(createClockCheck({ clock: { skewMs: () => skewMs }, ask }))

  it.each([
    [4_400, { state: 'ok', facts: { seconds: 4 } }],
    [-4_400, { state: 'ok', facts: { seconds: 4 } }],
    [
      -90_000,
      { state: 'attention', failure: { code: 'environment.clockOff', details: { seconds: 90, reason: 'ahead' } } },
    ],
    [
      3_600_000,
      { state: 'blocked', failure: { code: 'renewal.clockSkew', details: { seconds: 3600, reason: 'behind' } } },
    ],
    [undefined, { state: 'unknown', failure: { code: 'environment.clockUnmeasured' } }],
  ])('that is off by %s ms is %j', async (skewMs, finding) => {
    expect(await clockOf(skewMs)).toEqual(finding)
  })

  it('is measured by asking the platform, and by nothing else', async () => {
    let skewMs: number | undefined
    const ask = () => {
      skewMs = 600_000
      return Promise.resolve(answer)
    }
    expect(await only(createClockCheck({ clock: { skewMs: () => skewMs }, ask }))).toMatchObject({ state: 'blocked' })
  })

  it('that an earlier answer speaks for is judged by that one when the platform is gone', async () => {
    const gone = () => Promise.reject(new AppError('platform.unreachable'))
    expect([await clockOf(0, gone), await clockOf(undefined, gone)]).toMatchObject([
      { state: 'ok' },
      { state: 'unknown' },
    ])
  })
})

describe('the time zone', () => {
  it.each([
    ['Asia/Shanghai', 480, 'ok', undefined],
    ['Asia/Urumqi', 360, 'attention', 360],
    ['America/St_Johns', -210, 'attention', -210],
    ['Asia/Tokyo', 540, 'attention', 540],
  ])('%s', async (name, offsetMinutes, state, told) => {
    const finding = await only(createTimeZoneCheck(() => ({ name, offsetMinutes })))
    expect([finding?.state, finding?.failure?.details?.['utcOffsetMinutes']]).toEqual([state, told])
    expect(finding?.details).toEqual([{ label: 'timeZone', value: name }])
  })

  it.each([
    ['Asia/Shanghai', 'ok', undefined],
    ['Asia/Tokyo', 'attention', 540],
    ['America/New_York', 'attention', expect.toSatisfy((minutes) => minutes === -300 || minutes === -240)],
    ['UTC', 'attention', 0],
  ])('is that of this computer: %s', async (zone, state, offset) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      const finding = await only(createTimeZoneCheck())
      expect([finding?.state, finding?.failure?.details?.['utcOffsetMinutes']]).toEqual([state, offset])
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })
})

describe('the disk', () => {
  const megabyte = 1 << 20
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'disk-check-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    [50 * megabyte - 1, 'blocked environment.diskFull 49'],
    [50 * megabyte, 'attention environment.diskLow 50'],
    [500 * megabyte - 1, 'attention environment.diskLow 499'],
    [500 * megabyte, 'ok 500 MB'],
    [37.9 * 1024 * megabyte, 'ok 37 GB'],
  ])('with %d octets', async (bytes, expected) => {
    const finding = await only(createDiskCheck({ folder, freeBytes: () => Promise.resolve(bytes) }))
    const { state, failure, facts } = finding ?? {}
    const words = [state, failure?.code, failure?.details?.['freeMegabytes'] ?? facts?.['free']]
    expect(words.filter((word) => word !== undefined).join(' ')).toBe(expected)
    expect(finding?.details).toEqual([{ label: 'folder', value: folder }])
  })

  it('of this computer is measured as df does', async () => {
    const printed = execFileSync('df', ['--output=avail', '--block-size=1M', folder], { encoding: 'utf8' })
    const available = Number(printed.split('\n')[1])
    const { facts, failure } = (await only(createDiskCheck({ folder }))) ?? {}
    const [number = '', unit = 'MB'] = String(facts?.['free'] ?? failure?.details?.['freeMegabytes']).split(' ')
    // Others write at the same time.
    expect(Math.abs(Number(number) * (unit === 'GB' ? 1024 : 1) - available)).toBeLessThan(1200)
  })

  it('whose folder is gone, or may not be written, is said before its room', async () => {
    const freeBytes = () => Promise.resolve(0)
    const readOnly = { state: 'blocked', failure: { code: 'environment.folderReadOnly' } }
    expect(await only(createDiskCheck({ folder: join(folder, 'gone'), freeBytes }))).toMatchObject(readOnly)
    chmodSync(folder, 0o500)
    // To root every folder can be written.
    const expected = process.getuid?.() === 0 ? { failure: { code: 'environment.diskFull' } } : readOnly
    expect(await only(createDiskCheck({ folder, freeBytes }))).toMatchObject(expected)
  })
})

describe('the version of the program', () => {
  it.each([
    [undefined, { state: 'not-applicable', facts: { form: 'no-source', version: '1.9.2' } }],
    ['1.9.2', { state: 'ok', facts: { version: '1.9.2' } }],
    ['1.9', { state: 'ok', facts: { version: '1.9.2' } }],
    ['v1.10.0', { state: 'attention', failure: { code: 'environment.programOutdated' } }],
    ['2.0.0-beta.1', { state: 'attention', failure: { code: 'environment.programOutdated' } }],
  ])('beside %s', async (newest, expected) => {
    const finding = await only(createProgramCheck({ version: '1.9.2', newest: () => Promise.resolve(newest) }))
    expect(finding).toMatchObject(expected)
  })

  it('is not compared where nobody can be asked', async () => {
    expect(await only(createProgramCheck({ version: '1.9.2' }))).toMatchObject({ state: 'not-applicable' })
  })
})

describe('another copy', () => {
  it.each([
    [[], { state: 'ok' }],
    [[7, 9], { state: 'attention', failure: { code: 'environment.otherCopy', details: { copies: 2 } } }],
    [undefined, { state: 'unknown' }],
  ])('%j', async (pids, expected) => {
    expect(await only(createOtherCopyCheck(() => Promise.resolve(pids)))).toMatchObject(expected)
  })

  it('cannot be told from other programs while this one runs from its sources', async () => {
    expect(await only(createOtherCopyCheck())).toMatchObject({ state: 'not-applicable' })
  })
})
