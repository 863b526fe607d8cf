import { interfaceOf } from '../kinds.ts'
import type { Template } from '../template.ts'
import { buildForwarder } from '../../support/pkcs11-forwarder/build.ts'
import type { FaultyKey } from './key.ts'
import { openSkfKey } from './skf-key.ts'
import { openSoftHsmKey } from './softhsm-key.ts'

/** A copy of the template's key, for one scenario. */
export async function openKey({ kind, folder }: Pick<Template, 'kind' | 'folder'>): Promise<FaultyKey> {
  return interfaceOf(kind) === 'skf' ? openSkfKey(folder) : openSoftHsmKey(folder, await buildForwarder())
}
