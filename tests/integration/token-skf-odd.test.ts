import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { containerOf, createSkfStand } from '../support/skf-stand.ts'
import type { SkfStand } from '../support/skf-stand.ts'
import { failureOf, makePair, newId, theToken, unlock } from '../support/token-steps.ts'
import { signsWith } from './token-contract.ts'

const stands: SkfStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

function start(...oddities: readonly string[]): SkfStand {
  const stand = createSkfStand()
  stands.push(stand)
  stand.store.setOddities(...oddities)
  return stand
}

describe('an odd library', () => {
  it.each([
    ...['message-mode', 'shifted-codes', 'names-39', 'no-lockdev', 'global-context', 'crash-on-wrong-handle'],
    ...['no-sm4', 'devinfo-286', 'stale-list', 'enum-small'],
  ])('makes a pair, signs, and is left closed: %s', async (oddity) => {
    const stand = start(oddity)
    // For the one that knows one device at a time.
    stand.store.addKey({ serialNumber: 'SOFT0000000000002' })
    const slot = await unlock(stand)
    const pair = await makePair(stand, slot, 'sm2')
    expect(await signsWith(stand, slot, pair)).toBe(true)
    expect(await stand.token.request('removePair', { slot, id: newId(stand) })).toEqual({ removed: 0 })
    await stand.token.request('lock', { slot })
    expect(stand.store.isOpen()).toBe(false)
    expect(stand.store.certificate(containerOf(pair.id), 'signing')).toEqual(pair.certificate)
    // A list that never changes shows nothing new to this process.
    if (oddity === 'stale-list') stand.token.stop()
    expect((await theToken(stand)).certificates.map(({ id }) => id)).toEqual([pair.id])
  })

  it('really crashes on a handle of another kind', () => {
    const stand = start('crash-on-wrong-handle')
    const script = `
      import { loadRaw } from '${import.meta.dirname}/../support/softskf/raw-calls.ts'
      const { call, open } = loadRaw('${stand.modulePath}')
      const device = open('ConnectDev', 'SOFT0000000000001')
      console.log('connected')
      call('LockDev', open('OpenApplication', device, 'CA-APP'), 10)
      console.log('not reached')`
    const environment = { ...process.env, ...stand.store.environment }
    const parameters = ['--input-type=module-typescript', '--eval', script]
    const { stdout, signal } = spawnSync(process.execPath, parameters, { env: environment, encoding: 'utf8' })
    expect([stdout, signal]).toEqual(['connected\n', 'SIGSEGV'])
  })
})

describe('a worker that is killed in the middle of a call', () => {
  it.each([
    ['kill', false],
    ['kill-after', true],
    ['abort', false],
    ['segv', false],
  ])('%s: what the key has done is there, and nothing else', async (action, isDone) => {
    const stand = start()
    const slot = await unlock(stand)
    const id = newId(stand)
    stand.store.setFault(`SKF_CreateContainer:1:${action}`)
    const making = stand.token.request('generateKeyPair', { slot, id, label: '', keyType: 'sm2' })
    expect(await failureOf(making)).toMatchObject({ code: 'token.crashed' })
    expect(stand.store.containers()).toEqual(isDone ? [containerOf(id)] : [])
    stand.store.clearFault()
    // Nobody could end its login: a real key stays open until it is pulled, or until the next one ends it.
    expect(stand.store.isOpen()).toBe(true)
    const again = await unlock(stand)
    await stand.token.request('removePair', { slot: again, id })
    await stand.token.request('lock', { slot: again })
    expect([stand.store.containers(), stand.store.isOpen()]).toEqual([[], false])
  })
})
