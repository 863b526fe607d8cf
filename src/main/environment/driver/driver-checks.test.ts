import { describe, expect, it } from 'vitest'
import type { DeviceLook } from '../device/device-look.ts'
import { answering, driver, look, rows, run } from '../testing/looks.ts'
import { checkDriverBits } from './check-driver-bits.ts'
import { checkDriverFound } from './check-driver-found.ts'
import { checkDriverHealth } from './check-driver-health.ts'
import { checkDriverVersion } from './check-driver-version.ts'

const path = '/lib/module.so'
const crashed = { code: 'token.crashed' } as const
const misfit = { code: 'token.moduleWrongArchitecture', details: { reason: 'bits-32' } } as const
const library = { manufacturer: 'Longmai', description: 'GM3000', version: '1.7', cryptoki: '2.40' }
const failing = (changes: Parameters<typeof driver>[0] = {}) =>
  driver({ state: 'failed', failure: crashed, ...changes })
const other = '/lib/other.so'

describe('driver-found', () => {
  it.each<[string, DeviceLook, readonly string[]]>([
    ['one that answers', look(), [`ok ${path}`]],
    ['one that failed is found all the same', look({ drivers: [failing()], modules: [] }), [`ok ${path}`]],
    ['none', look({ drivers: [], modules: [] }), ['blocked token.noModule']],
    [
      'none for the key that is plugged in',
      look({ drivers: [], modules: [], bus: { cause: 'driver-missing', hasPage: false } }),
      ['blocked environment.driverMissing'],
    ],
    [
      'some that wait for their keys',
      look({ drivers: [driver({ state: 'not-plugged' })], modules: [] }),
      ['not-applicable'],
    ],
    ['only one for SKF', look({ drivers: [driver({ interface: 'skf' })] }), [`ok ${path}`]],
  ])('looks for one: %s', async (_what, seen, expected) => {
    expect(await rows(checkDriverFound, seen)).toEqual(expected)
  })

  it('tells how long the driver took to answer, where it has', async () => {
    const facts = async (seen: DeviceLook) => (await run(checkDriverFound, seen))[0]?.facts
    expect(await facts(look())).toEqual({ ms: 18 })
    expect(await facts(look({ modules: [answering([], { isSilent: true })] }))).toEqual({ form: 'unanswered' })
  })

  it('offers the page of the missing driver, where there is one', async () => {
    const seen = look({ drivers: [], modules: [], bus: { cause: 'driver-missing', hasPage: true } })
    expect((await run(checkDriverFound, seen))[0]?.fix).toBe('open-driver-page')
  })

  it('says whose driver it is, where the table knows', async () => {
    const known = { driverId: 'x', vendor: '龙脉', model: 'GM3000', evidence: 'guess', hasPage: false } as const
    expect((await run(checkDriverFound, look({ drivers: [driver({ known })] })))[0]?.details).toEqual([
      { label: 'path', value: path },
      { label: 'manufacturer', value: '龙脉' },
      { label: 'model', value: 'GM3000' },
      { label: 'interface', value: 'PKCS#11' },
    ])
  })

  it('says by what it is spoken to', async () => {
    const [finding] = await run(checkDriverFound, look({ drivers: [driver({ interface: 'skf' })] }))
    expect(finding?.details).toContainEqual({ label: 'interface', value: 'SKF (GM/T 0016)' })
  })
})

describe('driver-bits', () => {
  const narrow = failing({ failure: misfit, bits: 32, path: other })
  it.each<[string, DeviceLook, readonly string[]]>([
    ['as this program', look(), [`ok ${path}`]],
    ['of 32 bits', look({ drivers: [narrow], modules: [] }), [`blocked token.moduleWrongArchitecture ${other}`]],
    [
      'of 32 bits beside one that works',
      look({ drivers: [narrow, driver()] }),
      [`attention token.moduleWrongArchitecture ${other}`, `ok ${path}`],
    ],
    ['of a copy that stands aside', look({ drivers: [driver({ state: 'unfit' })] }), ['not-applicable']],
    ['of what is no library', look({ drivers: [{ ...driver(), bits: undefined }] }), ['not-applicable']],
  ])('are judged: %s', async (_what, seen, expected) => {
    expect(await rows(checkDriverBits, seen)).toEqual(expected)
  })
})

describe('driver-version', () => {
  const saying = (version: string) => look({ modules: [answering([], { library: { ...library, version } })] })
  it.each<[string, DeviceLook, readonly string[]]>([
    ['told', saying('1.7'), [`ok ${path}`]],
    ['0.0, which is none', saying('0.0'), [`unknown environment.driverVersionUnknown ${path}`]],
    ['not told', look(), [`unknown environment.driverVersionUnknown ${path}`]],
    [
      'of a driver that was not opened',
      look({ drivers: [failing()], modules: [answering([], { state: 'failed' })] }),
      ['not-applicable'],
    ],
  ])('is what the library says: %s', async (_what, seen, expected) => {
    expect(await rows(checkDriverVersion, seen)).toEqual(expected)
  })

  it('comes with what the library calls itself', async () => {
    const [finding] = await run(checkDriverVersion, saying('1.7'))
    expect(finding?.facts).toEqual({ version: '1.7' })
    expect(finding?.details?.map(({ label, value }) => `${label} ${value}`)).toEqual([
      ...[`path ${path}`, 'manufacturer Longmai', 'description GM3000', 'cryptoki 2.40'],
    ])
  })
})

it('driver-version: SKF has no way to tell', async () => {
  const [finding] = await run(checkDriverVersion, look({ drivers: [driver({ interface: 'skf' })] }))
  expect([finding?.state, finding?.facts]).toEqual(['not-applicable', { form: 'skf' }])
})

describe('driver-health', () => {
  const quarantined = driver({
    ...{ state: 'quarantined', failure: { code: 'token.quarantined' }, quarantinedAt: '2026-11-20T08:00:00.000Z' },
  })
  it.each<[string, DeviceLook, readonly string[]]>([
    ['well', look(), [`ok ${path}`]],
    ['failed', look({ drivers: [failing()], modules: [] }), [`blocked token.crashed ${path}`]],
    [
      'failed without a word',
      look({ drivers: [driver({ state: 'failed' })], modules: [] }),
      [`blocked environment.driverFailed ${path}`],
    ],
    ['put away', look({ drivers: [quarantined], modules: [] }), [`blocked token.quarantined ${path}`]],
    [
      'failed beside one that works',
      look({ drivers: [failing({ path: other }), driver()] }),
      [`attention token.crashed ${other}`, `ok ${path}`],
    ],
    ['starting', look({ drivers: [driver({ state: 'starting' })] }), [`unknown environment.checkTimedOut ${path}`]],
    ['silent', look({ modules: [answering([], { isSilent: true })] }), [`unknown environment.checkTimedOut ${path}`]],
    [
      'failed beside one that is silent',
      look({ drivers: [failing({ path: other }), driver()], modules: [answering([], { isSilent: true })] }),
      [`blocked token.crashed ${other}`, `unknown environment.checkTimedOut ${path}`],
    ],
    [
      'of the wrong bits, which is told elsewhere',
      look({ drivers: [failing({ failure: misfit })], modules: [] }),
      ['not-applicable'],
    ],
    ['not in use', look({ drivers: [driver({ state: 'not-plugged' })] }), ['not-applicable']],
  ])('is told: %s', async (_what, seen, expected) => {
    expect(await rows(checkDriverHealth, seen)).toEqual(expected)
  })

  it('can be tried again, and only where it failed', async () => {
    const findings = await run(checkDriverHealth, look({ drivers: [quarantined, driver({ path: other })] }))
    expect(findings.map(({ fix }) => fix)).toEqual(['retry-driver', undefined])
    expect(findings[0]?.details).toContainEqual({ label: 'quarantinedAt', value: '2026-11-20T08:00:00.000Z' })
  })
})
