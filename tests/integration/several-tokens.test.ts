import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSoftToken } from '../../simulator/token/soft-token-file.ts'
import { AppError } from '../../src/main/app-error.ts'
import { createModulesStand, serialNumbers, type ModulesStand } from '../support/modules-stand.ts'
import { softHsmModule } from '../support/softhsm.ts'
import { createSoftHsmStand, type SoftHsmStand } from '../support/token-stand.ts'
import { makePair, theToken, unlock } from '../support/token-steps.ts'

vi.setConfig({ testTimeout: 60_000 })

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end()
})

async function key(): Promise<SoftHsmStand> {
  const stand = await createSoftHsmStand()
  ends.push(stand.remove)
  return stand
}

function desk(preferred?: string): ModulesStand {
  const stand = createModulesStand({ preferredModule: () => preferred })
  ends.push(stand.modules.stop)
  return stand
}

function codeOf(action: () => unknown): string | undefined {
  try {
    action()
    return undefined
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.failure.code : undefined
  }
}

describe('a token that two modules show', () => {
  it.each(['the forwarder', 'SoftHSM itself'])('is shown once, and answered for by %s', async (name) => {
    const stand = await key()
    const { modulePath, environment } = stand
    const pair = await makePair(stand, await unlock(stand), 'p-256')
    const wanted = name === 'the forwarder' ? modulePath : softHsmModule()
    const { modules, until } = desk(wanted)
    modules.use([modulePath, softHsmModule()].map((path) => ({ path, environment })))
    await until((states) => states.every(({ state }) => state === 'ready'))
    const shown = modules.states().flatMap(({ tokens }) => tokens)
    expect(shown.map(({ certificates }) => certificates.map(({ id }) => id))).toEqual([[pair.id]])
    expect(modules.locate(shown[0]?.serialNumber ?? '').path).toBe(wanted)
  })

  it('is still shown when one of them loses it', async () => {
    const stand = await key()
    const { modulePath, environment } = stand
    const { modules, until } = desk(modulePath)
    modules.use([modulePath, softHsmModule()].map((path) => ({ path, environment })))
    await until((states) => states.every(({ state }) => state === 'ready'))
    const [serialNumber] = serialNumbers(modules.states())
    stand.unplug()
    await until(
      () =>
        codeOf(() => modules.locate(serialNumber ?? '')) === undefined &&
        modules.locate(serialNumber ?? '').path === softHsmModule(),
    )
    expect(serialNumbers(modules.states())).toEqual([serialNumber])
  })
})

describe('several tokens', () => {
  it('of several modules are all shown, each with its own certificates, and each is found', async () => {
    const [one, other] = [await key(), await key()]
    const pairs = [
      await makePair(one, await unlock(one), 'p-256'),
      await makePair(other, await unlock(other), 'rsa-2048'),
    ]
    const { modules, until } = desk()
    modules.use([
      { path: one.modulePath, environment: one.environment },
      { path: softHsmModule(), environment: other.environment },
    ])
    await until((states) => serialNumbers(states).length === 2)
    const tokens = modules.states().flatMap((state) => state.tokens)
    expect(tokens.map(({ certificates }) => certificates.map(({ value }) => value))).toEqual(
      pairs.map(({ certificate }) => [certificate]),
    )
    for (const { serialNumber } of tokens) expect(modules.locate(serialNumber).token.serialNumber).toBe(serialNumber)
  })

  it('with one serial number are both shown, and not asked for a PIN', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'same-serial-'))
    ends.push(() => rmSync(folder, { recursive: true, force: true }))
    const { modules, until } = desk()
    const files = ['甲', '乙'].map((label) => {
      createSoftToken(join(folder, label), { serialNumber: '0000000000000001', label })
      return { path: `soft-token:${join(folder, label)}` }
    })
    modules.use(files)
    await until((states) => serialNumbers(states).length === 2)
    expect(codeOf(() => modules.locate('0000000000000001'))).toBe('token.sameSerial')
    modules.use(files.slice(1))
    expect(modules.locate('0000000000000001').token.label).toBe('乙')
  })
})

describe('plugging and pulling while it is being read', () => {
  it('ends with what is plugged in, in the same processes', async () => {
    const stand = await key()
    await makePair(stand, await unlock(stand), 'p-256')
    const { serialNumber } = await theToken(stand)
    const { modules, until, started, running } = desk()
    modules.use([{ path: stand.modulePath, environment: stand.environment }])
    await until((states) => serialNumbers(states).length === 1)
    for (let cycle = 0; cycle < 5; cycle += 1) {
      const reading = [modules.refresh(), modules.refresh()]
      stand.unplug()
      await until((states) => serialNumbers(states).length === 0)
      const again = modules.refresh()
      stand.plug()
      await until((states) => serialNumbers(states).includes(serialNumber))
      await Promise.all([...reading, again])
    }
    await modules.refresh()
    expect(modules.states().flatMap(({ tokens }) => tokens.map(({ certificates }) => certificates.length))).toEqual([1])
    expect([started(), running().length]).toEqual([1, 1])
  })
})

describe('after a sleep', () => {
  it('every worker is a new one, and shows what the old one showed', async () => {
    const stand = await key()
    const { modules, until, running } = desk()
    modules.use([{ path: stand.modulePath, environment: stand.environment }])
    await until((states) => serialNumbers(states).length === 1)
    const before = running().map(({ pid }) => pid)
    const shown = serialNumbers(modules.states())
    await modules.reopen()
    await until(() => running().length === 1)
    expect(serialNumbers(modules.states())).toEqual(shown)
    expect(before).not.toContain(running()[0]?.pid)
  })

  it('a worker whose token is being worked with is replaced when that has ended', async () => {
    const stand = await key()
    const { modules, until, running, started } = desk()
    modules.use([{ path: stand.modulePath, environment: stand.environment }])
    await until((states) => serialNumbers(states).length === 1)
    const [before] = running()
    const [endFirst, endSecond] = [modules.pauseWatching(stand.modulePath), modules.pauseWatching(stand.modulePath)]
    await modules.reopen()
    endFirst()
    endFirst()
    await modules.refresh()
    expect([running(), started()]).toEqual([[before], 1])
    endSecond()
    await until(() => running().length === 1 && running()[0] !== before)
    await until((states) => serialNumbers(states).length === 1)
  })
})
