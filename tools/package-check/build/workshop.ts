import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeLicences } from '../../packaging/licences/write-licences.ts'
import { generated } from '../../packaging/paths.ts'
import type { Skipped } from '../finding.ts'
import { electronFolder, generatedFolder, stubFolder, toolsFolder } from '../places.ts'
import { writeStandIns } from '../stand-ins/write-stand-ins.ts'
import { writeStubElectrons } from '../stub-electron/write-stubs.ts'
import { makeSigningKey, type SigningKey } from './signing-key.ts'
import { writeStubConfiguration } from './stub-configuration.ts'
import { writeStubKoffi } from './stub-koffi.ts'
import { writeStubPrebuilds } from './stub-prebuilds.ts'
import { writeStubWorker32 } from './stub-worker-32.ts'

/** Everything that electron-builder takes, in a folder that was empty before. */
export interface Workshop {
  readonly configuration: string
  readonly environment: Readonly<Record<string, string>>
  readonly signingKey: SigningKey
  readonly skipped: readonly Skipped[]
}

/** Needs `out/` as electron-vite has built it. */
export async function openWorkshop(): Promise<Workshop> {
  rmSync(stubFolder, { recursive: true, force: true })
  mkdirSync(stubFolder)
  await writeStubElectrons(electronFolder)
  await writeGenerated()
  const skipped = [...(await writeStubPrebuilds()), ...(await writeStubKoffi())]
  const signingKey = makeSigningKey(join(toolsFolder, 'signing'))
  const standIns = await writeStandIns(toolsFolder)
  const signing = { WIN_CSC_LINK: signingKey.pfx, WIN_CSC_KEY_PASSWORD: signingKey.password }
  return { configuration: writeStubConfiguration(), environment: { ...standIns, ...signing }, signingKey, skipped }
}

/** The licences as they are made for a release, and a worker without its Node. */
async function writeGenerated(): Promise<void> {
  await writeLicences()
  cpSync(join(generated, 'licenses'), join(generatedFolder, 'licenses'), { recursive: true })
  await writeStubWorker32(join(generatedFolder, 'node32'))
}
