import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import { createDesk, type Desk } from '../support/desk.ts'
import type { OldFile } from './keys/key.ts'
import { openKey } from './keys/open-key.ts'
import { encryptOldFile } from './keys/skf-file.ts'
import { interfaceOf, isDual, type Kind } from './kinds.ts'

/** A desk before its renewal, made once and copied for each scenario. */
export interface Template {
  readonly kind: Kind
  /** Holds `key` and `platform.json`. */
  readonly folder: string
  /** Ids of the signing pairs. */
  readonly signing: readonly string[]
  readonly encryption?: OldFile
  /** `FaultyKey.contents` at the start. */
  readonly contents: readonly string[]
  readonly remove: () => void
}

const days = [-338, 27] as const
const second = { province: '山东省', organisation: '济南另一有限公司', commonName: '济南另一有限公司' }

export async function makeTemplate(kind: Kind): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), `faults-${kind}-`))
  const isSkf = interfaceOf(kind) === 'skf'
  const desk = await createDesk(isSkf ? 'skf' : 'softhsm', { stateFile: join(folder, 'platform.json') })
  try {
    const keyType = isSkf ? 'sm2' : kind === 'ec' ? 'p-256' : 'rsa-2048'
    const signing = [(await desk.put({ keyType, days })).id]
    if (kind === 'two') signing.push((await desk.put({ keyType: 'p-256', days, holder: { subject: second } })).id)
    const encryption = isDual(kind) ? await putOldFile(desk, isSkf) : undefined
    cpSync(join(desk.skf?.folder ?? desk.store.folder, isSkf ? 'devices' : 'tokens'), join(folder, 'key'), {
      recursive: true,
    })
    return {
      ...{ kind, folder, signing, contents: await contentsOf({ kind, folder }) },
      ...(encryption === undefined ? {} : { encryption }),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    }
  } finally {
    await desk.remove()
  }
}

async function contentsOf(template: Pick<Template, 'kind' | 'folder'>): Promise<readonly string[]> {
  const key = await openKey(template)
  try {
    return key.contents()
  } finally {
    key.remove()
  }
}

async function putOldFile(desk: Desk, isSkf: boolean): Promise<OldFile> {
  const { id, certificate } = await desk.putEncryption(days)
  const plaintext = randomBytes(48)
  const { spki } = readCertificate(certificate).publicKey
  if (isSkf) return { id, plaintext: plaintext.toString('base64'), ...encryptOldFile(spki, plaintext) }
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const ciphertext = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plaintext)
  return { id, plaintext: plaintext.toString('base64'), ciphertext: ciphertext.toString('base64') }
}
