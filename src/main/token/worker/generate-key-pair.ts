import type { KeyType, TokenInput } from '../../../shared/token/messages.ts'
import { CKA, CKK, CKM, CKO } from './cryptoki.ts'
import type { Handle, Template } from './cryptoki.ts'
import { readPublicKey } from './public-key.ts'
import { sm2Recipe } from './sm2-key-pair.ts'
import { unlockedToken } from './unlock-token.ts'
import type { KeyFamily, WorkerState } from './worker-state.ts'

export const keyFamilies: Readonly<Record<KeyType, KeyFamily>> = {
  'rsa-2048': 'rsa',
  'p-256': 'ec',
  sm2: 'sm2',
}

/** prime256v1 (1.2.840.10045.3.1.7) as DER. */
const p256 = Buffer.from('06082a8648ce3d030107', 'hex')
const f4 = Buffer.from([1, 0, 1])

interface Recipe {
  readonly mechanism: number
  readonly keyType: number
  readonly parameters: Template
}

const recipes: Readonly<Record<Exclude<KeyType, 'sm2'>, Recipe>> = {
  'rsa-2048': {
    mechanism: CKM.rsaPkcsKeyPairGen,
    keyType: CKK.rsa,
    parameters: [
      { type: CKA.modulusBits, value: 2048 },
      { type: CKA.publicExponent, value: f4 },
    ],
  },
  'p-256': { mechanism: CKM.ecKeyPairGen, keyType: CKK.ec, parameters: [{ type: CKA.ecParams, value: p256 }] },
}

function recipeFor(state: WorkerState, slot: Handle, keyType: KeyType): Recipe {
  return keyType === 'sm2' ? sm2Recipe(state, slot) : recipes[keyType]
}

/** Native calls: C_GenerateKeyPair and 2 to read the public key; for SM2 one before. Answers with the SPKI (DER). */
export function generateKeyPair(state: WorkerState, input: TokenInput<'generateKeyPair'>): Uint8Array {
  const { token, unlocked } = unlockedToken(state, input.slot)
  const { mechanism, keyType, parameters } = recipeFor(state, token.slot, input.keyType)
  const common: Template = [
    { type: CKA.keyType, value: keyType },
    { type: CKA.token, value: true },
    { type: CKA.id, value: Buffer.from(input.id, 'hex') },
    { type: CKA.label, value: Buffer.from(input.label, 'utf8') },
  ]
  unlocked.found.delete(input.id)
  const pair = state.module.C_GenerateKeyPair(
    unlocked.session,
    { mechanism },
    [{ type: CKA.class, value: CKO.publicKey }, ...common, { type: CKA.verify, value: true }, ...parameters],
    [
      { type: CKA.class, value: CKO.privateKey },
      ...common,
      ...privateKeyRules,
      ...(input.unwraps === true ? [{ type: CKA.unwrap, value: true }] : []),
    ],
  )
  unlocked.made.set(input.id, { privateKey: { handle: pair.privateKey, keyType: input.keyType } })
  return readPublicKey(state.module, unlocked.session, pair.publicKey, keyFamilies[input.keyType])
}

/** The key is born on the token and never leaves it. */
const privateKeyRules: Template = [
  { type: CKA.private, value: true },
  { type: CKA.sensitive, value: true },
  { type: CKA.extractable, value: false },
  { type: CKA.sign, value: true },
]
