import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import { createDesk } from '../support/desk.ts'

/** What is on the key at the start: one signing pair, a signing and an encryption pair, or two signing pairs. */
export type Kind = 'rsa' | 'ec' | 'dual' | 'two'

export const kinds: readonly Kind[] = ['rsa', 'ec', 'dual']

/** A file that was encrypted for the old encryption certificate. */
interface OldFile {
  readonly id: string
  /** In base64: templates go from process to process as JSON. */
  readonly ciphertext: string
  readonly plaintext: string
}

/** A desk before its renewal, made once and copied for each scenario. */
export interface Template {
  readonly kind: Kind
  readonly folder: string
  readonly modulePath: string
  /** CKA_IDs of the signing pairs. */
  readonly signing: readonly string[]
  readonly encryption?: OldFile
  readonly remove: () => void
}

export async function makeTemplate(kind: Kind): Promise<Template> {
  const folder = mkdtempSync(join(tmpdir(), `faults-${kind}-`))
  const desk = await createDesk('softhsm', { stateFile: join(folder, 'platform.json') })
  try {
    const days = [-338, 27] as const
    const keyType = kind === 'ec' ? 'p-256' : 'rsa-2048'
    const signing = [(await desk.put({ keyType, days })).id]
    if (kind === 'two') signing.push((await desk.put({ keyType: 'p-256', days, holder: { subject: second } })).id)
    const encryption = kind === 'dual' ? await putOldFile(desk) : undefined
    cpSync(join(desk.store.folder, 'tokens'), join(folder, 'tokens'), { recursive: true })
    const remove = () => rmSync(folder, { recursive: true, force: true })
    const { modulePath } = desk
    return { kind, folder, modulePath, signing, remove, ...(encryption === undefined ? {} : { encryption }) }
  } finally {
    await desk.remove()
  }
}

const second = { province: '山东省', organisation: '济南另一有限公司', commonName: '济南另一有限公司' }

async function putOldFile(desk: Awaited<ReturnType<typeof createDesk>>): Promise<OldFile> {
  const { id, certificate } = await desk.putEncryption([-338, 27])
  const plaintext = randomBytes(48)
  const { spki } = readCertificate(certificate).publicKey
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const ciphertext = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plaintext)
  return { id, plaintext: plaintext.toString('base64'), ciphertext: ciphertext.toString('base64') }
}
