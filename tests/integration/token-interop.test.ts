import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { createTokenProcess } from '../../src/main/token/token-process.ts'
import { toDerSignature } from '../../src/main/token/worker/ecdsa-signature.ts'
import { buildKillAtTruncate } from '../support/pkcs11-forwarder/build.ts'
import { softHsmModule, softHsmPin } from '../support/softhsm.ts'
import { signsWith } from './token-contract.ts'
import { failureOf, makePair, unlock } from '../support/token-steps.ts'
import { createSoftHsmStand, spawnWorker } from '../support/token-stand.ts'
import type { SoftHsmStand } from '../support/token-stand.ts'

const stands: SoftHsmStand[] = []
afterEach(() => {
  for (const stand of stands.splice(0)) stand.remove()
})

async function start(): Promise<SoftHsmStand> {
  const stand = await createSoftHsmStand()
  stands.push(stand)
  return stand
}

const login = ['--login', '--pin', softHsmPin, '--token-label', 'first']

describe('another program', () => {
  it('sees the key pair and its certificate under one id, and a private key that cannot leave', async () => {
    const stand = await start()
    const { id } = await makePair(stand, await unlock(stand), 'rsa-2048')
    const list = (type: string): string => stand.store.pkcs11Tool([...login, '-O', '--type', type])
    for (const type of ['privkey', 'pubkey', 'cert']) {
      expect(list(type)).toMatch(new RegExp(`ID: +${id}`))
      expect(list(type)).toMatch(/label: +张三/)
    }
    expect(list('privkey')).toMatch(/Access: +sensitive, always sensitive, never extractable, local/)
  })

  it.each([
    ['rsa-2048', 'SHA256-RSA-PKCS'],
    ['p-256', 'ECDSA'],
  ] as const)('signs with a key of type %s that was made here', async (keyType, mechanism) => {
    const stand = await start()
    const { id, publicKey } = await makePair(stand, await unlock(stand), keyType)
    const [input, output] = [join(stand.store.folder, 'input'), join(stand.store.folder, 'output')]
    const text = Buffer.from('signed by another program')
    writeFileSync(input, keyType === 'p-256' ? createHash('sha256').update(text).digest() : text)
    stand.store.pkcs11Tool([
      ...login,
      ...['--sign', '--id', id, '--mechanism', mechanism, '--input-file', input, '--output-file', output],
    ])
    const signature = keyType === 'p-256' ? toDerSignature(readFileSync(output)) : readFileSync(output)
    const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    expect(verify('sha256', text, key, signature)).toBe(true)
  })
})

describe('a key generation that is killed in the middle', () => {
  // SoftHSM writes a P-256 pair with about sixty truncations: the public key first, the private key second.
  it.each([10, 25, 40, 55])('at its write number %i, leaves nothing that cannot be cleaned up', async (write) => {
    const stand = await start()
    const good = await makePair(stand, await unlock(stand), 'p-256')
    const environment = {
      ...stand.store.environment,
      ...{ LD_PRELOAD: await buildKillAtTruncate(), KILL_AT_TRUNCATE: String(write) },
    }
    const doomed = createTokenProcess({ spawn: spawnWorker, modulePath: softHsmModule(), environment })
    const id = 'abcd'
    const slot = await unlock({ ...stand, token: doomed })
    const generate = { slot, id, label: '新', keyType: 'p-256' } as const
    expect(await failureOf(doomed.request('generateKeyPair', generate))).toMatchObject({ code: 'token.crashed' })

    stand.token.stop()
    const place = { slot: await unlock(stand) }
    const { removed } = await stand.token.request('removePair', { ...place, id })
    const rest = await stand.token.request('removeNameless', place)
    expect(removed + rest.removed).toBeGreaterThan(0)
    const keys = ['privkey', 'pubkey'].map((type) => stand.store.pkcs11Tool([...login, '-O', '--type', type]))
    for (const listed of keys) expect(listed.match(/ID:/g)).toHaveLength(1)
    for (const listed of keys) expect(listed.match(/Key Object/g)).toHaveLength(1)
    expect(await signsWith(stand, place.slot, good)).toBe(true)
  })
})
