import type { KeyObject } from 'node:crypto'
import { createPrivateKey, createPublicKey, generateKeyPair } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { EnrolledHolder } from '../../../src/shared/demo/simulator-messages.ts'
import { assertNever } from '../../../src/shared/assert-never.ts'
import type { KeyFamily } from '../authority/signing/key-family.ts'
import type { PlatformSimulator } from '../platform-simulator.ts'
import { certificatePem } from './pem-files.ts'

interface Seed {
  readonly family: KeyFamily
  readonly usage?: EnrolledHolder['usage']
  /** Validity in days from now. */
  readonly days: readonly [from: number, to: number]
  readonly holder: Pick<EnrolledHolder, 'subject' | 'holderKind' | 'creditCode' | 'personalId' | 'cardNumber'>
}

const place = { province: '北京市', locality: '北京市' }
const name = '示例科技（北京）有限公司'
const companyWith = (cardNumber: string) => ({
  subject: { ...place, organisation: name, commonName: name },
  holderKind: 'organisation' as const,
  creditCode: '91110108MA01A2B3XY',
  cardNumber,
})
const person = {
  subject: { ...place, commonName: '张三' },
  holderKind: 'personal',
  personalId: '110101199003078812',
  cardNumber: '3301020240000002',
} as const
const pair = companyWith('3301020240000001')

/** By the name of their files: a pair for a dual order, a personal one, an expired one to repair, an SM2 one. */
const seeds: Readonly<Record<string, Seed>> = {
  'rsa-signing': { family: 'rsa', days: [-338, 27], holder: pair },
  'rsa-encryption': { family: 'rsa', usage: 'encryption', days: [-338, 27], holder: pair },
  'p-256': { family: 'p-256', days: [-345, 20], holder: person },
  'p-256-expired': { family: 'p-256', days: [-377, -12], holder: companyWith('3301020240000003') },
  sm2: { family: 'sm2', days: [-335, 30], holder: companyWith('3301020240000004') },
}

const dayMs = 86_400_000
const newKeyPair = promisify(generateKeyPair)

/**
 * Puts `<name>.key.pem` and `<name>.cert.pem` into the folder. A key that is there already is kept, and so is its
 * certificate when the platform knows it: a renewal that was begun can go on after a restart.
 */
export async function seedCertificates(simulator: PlatformSimulator, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [file, seed] of Object.entries(seeds)) {
    const key = await keyIn(join(folder, `${file}.key.pem`), seed.family)
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
    if (simulator.isEnrolled(publicKey)) continue
    const certificate = await simulator.enrol({ ...holderOf(seed, simulator.clock.now()), publicKey })
    await writeFile(join(folder, `${file}.cert.pem`), certificatePem(certificate))
  }
}

function holderOf({ holder, usage = 'signing', days: [from, to] }: Seed, now: number): EnrolledHolder {
  return { account: 'demo', ...holder, usage, notBefore: now + from * dayMs, notAfter: now + to * dayMs }
}

async function keyIn(path: string, family: KeyFamily): Promise<KeyObject> {
  if (existsSync(path)) return createPrivateKey(await readFile(path))
  const key = await newKey(family)
  await writeFile(path, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  return key
}

async function newKey(family: KeyFamily): Promise<KeyObject> {
  switch (family) {
    case 'rsa':
      return (await newKeyPair('rsa', { modulusLength: 2048 })).privateKey
    case 'p-256':
      return (await newKeyPair('ec', { namedCurve: 'P-256' })).privateKey
    case 'sm2':
      return (await newKeyPair('ec', { namedCurve: 'SM2' })).privateKey
    default:
      return assertNever(family)
  }
}
