import { randomUUID } from 'node:crypto'
import type { SealModel, SealRegistration } from '../../shared/ipc/models-seals.ts'
import { AppError, hasCode, toFailure } from '../app-error.ts'
import type { SealIntent, SealPorts } from './ports.ts'

/** A platform keeps an idempotency key for 24 hours; sent later, the same key would make a second seal. */
const keyLifeMs = 20 * 3_600_000

export interface Registered {
  readonly seal: SealModel
  readonly wasThere: boolean
}

/**
 * One seal for one wish, whatever was lost on the way: what is in doubt is asked for again with the key that is on the
 * disk, and a seal with the same words that waits for its picture is gone on with. Codes of SealPlatform.create,
 * seal.recordFailed.
 */
export async function registerSeal(ports: SealPorts, wanted: SealRegistration): Promise<Registered> {
  const owner = ports.owner()
  if (owner === undefined) throw new AppError('platform.loginRequired', { details: { outcome: 'not-done' } })
  const begun = await settle(ports, owner, wanted)
  if (begun !== undefined) return { seal: begun, wasThere: true }
  const draft = await findDraft(ports, wanted)
  if (draft !== undefined) return { seal: draft, wasThere: true }
  const intent = { key: randomUUID(), owner, at: ports.now().toISOString(), registration: wanted }
  await ports.intents.add(intent)
  return { seal: await send(ports, intent), wasThere: false }
}

/** Sends again what is in doubt, this wish's and every other of the account; answers with the seal of this one. */
async function settle(ports: SealPorts, owner: string, wanted: SealRegistration): Promise<SealModel | undefined> {
  let found: SealModel | undefined
  for (const intent of ports.intents.list().filter((one) => one.owner === owner)) {
    const seal = await settled(ports, intent)
    if (seal !== undefined && isSame(intent.registration, wanted)) found = seal
  }
  // A seal that has its picture already is another one: this wish is a new one then.
  return found?.state === 'draft' ? found : undefined
}

/** Nothing when the platform does not want it, or when the key is too old: then its list has to tell. */
async function settled(ports: SealPorts, intent: SealIntent): Promise<SealModel | undefined> {
  const ageMs = ports.now().getTime() - Date.parse(intent.at)
  if (ageMs < 0 || ageMs >= keyLifeMs) {
    await ports.intents.remove(intent.key)
    return undefined
  }
  try {
    return await send(ports, intent)
  } catch (error) {
    if (isRefused(error)) return undefined
    throw error
  }
}

/** The intent is forgotten as soon as it is known what became of it. */
async function send({ platform, intents }: SealPorts, { key, registration }: SealIntent): Promise<SealModel> {
  try {
    const seal = await platform.create(registration, key)
    await forget(intents, key)
    return seal
  } catch (error) {
    if (isRefused(error)) await forget(intents, key)
    throw error
  }
}

/** A record that stays is asked for once more, with the same key: no reason to call the registration failed. */
async function forget(intents: SealPorts['intents'], key: string): Promise<void> {
  await intents.remove(key).catch((error: unknown) => {
    if (!hasCode(error, 'seal.recordFailed')) throw error
  })
}

/** Was it certainly not made? A login that is missing says so only of this sending, not of an earlier one. */
function isRefused(error: unknown): boolean {
  return toFailure(error).details?.['outcome'] === 'refused' && !hasCode(error, 'platform.loginRequired')
}

/** More drafts than anybody leaves behind. */
const mostPages = 10

async function findDraft({ platform }: SealPorts, wanted: SealRegistration): Promise<SealModel | undefined> {
  for (let page = 1; page <= mostPages; page += 1) {
    const { items, total, pageSize } = await platform.list({ page, type: wanted.type, state: 'draft' })
    const found = items.find((seal) => seal.state === 'draft' && isSame(seal, wanted))
    if (found !== undefined || page * pageSize >= total) return found
  }
  return undefined
}

const named = ['type', 'name', 'certificateId', 'department', 'applicant'] as const

function isSame(seal: Pick<SealModel, (typeof named)[number]>, wanted: SealRegistration): boolean {
  return named.every((field) => seal[field] === wanted[field])
}
