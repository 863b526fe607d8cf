/** Lives of the program as far as a renewal needs one, which can end at any entry of its journal. */
import { join } from 'node:path'
import { chooseCertificate } from '../../src/main/certificates/choose-certificate.ts'
import { createPlatform, type PlatformConnection } from '../../src/main/platform/platform.ts'
import { openJournal, type Journal } from '../../src/main/renewal/journal.ts'
import {
  createRenewalService,
  type ChosenCertificate,
  type RenewalService,
} from '../../src/main/renewal/renewal-service.ts'
import { createToken } from '../../src/main/token/token-adapter.ts'
import { createTokenModules, type TokenModules } from '../../src/main/token/token-modules.ts'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import type { RenewalState } from '../../src/shared/renewal-steps.ts'
import type { StoredCertificate } from '../../src/shared/token/messages.ts'
import { deskAccount, deskPin, spawnForTests, type Desk } from './desk.ts'
import { quietEnvironment } from './quiet-environment.ts'

/** One life of the program, from its start to its end. */
export interface Life {
  readonly modules: TokenModules
  readonly connection: PlatformConnection
  readonly renewals: RenewalService
  end(): void
}

/** @param spoil makes of the journal one that this life ends with */
export async function beginLife(
  desk: Desk,
  spoil: (journal: Journal) => Journal = (journal) => journal,
): Promise<Life> {
  const modules = createTokenModules({ spawn: spawnForTests, changed: () => undefined })
  const spoken = desk.skf === undefined ? {} : { interface: 'skf' as const }
  modules.use([{ path: desk.modulePath, environment: desk.store.environment, ...spoken }])
  await modules.refresh()
  const connection = createPlatform({ baseUrl: () => desk.origin, userAgent: 'test' })
  await connection.session.login(deskAccount.account, deskAccount.password)
  const journal = await openJournal(join(desk.userData, 'renewals'))
  const ports = {
    token: createToken(modules),
    platform: connection.platform,
    journal: spoil(journal),
    clock: connection.clock,
    environment: quietEnvironment,
    trustedRoots: () => [],
  }
  const renewals = await createRenewalService(ports, () => undefined)
  // As the end of a process does it: nobody logs out, nobody says goodbye.
  return { modules, connection, renewals, end: () => modules.stop() }
}

export class Death extends Error {}

/** The effect before this entry is done, but the entry is never written. */
export function forgetful(journal: Journal, neverWritten: RenewalState): Journal {
  return {
    ...journal,
    append: (record, entry) =>
      entry.state === neverWritten ? Promise.reject(new Death()) : journal.append(record, entry),
  }
}

/** Writes the entry, and then nothing is done any more. */
export function mortal(journal: Journal, dyingAfter: RenewalState): Journal {
  return {
    ...journal,
    begin: async (entry) => {
      const record = await journal.begin(entry)
      if (dyingAfter === 'started') throw new Death()
      return record
    },
    append: async (record, entry) => {
      const appended = await journal.append(record, entry)
      if (entry.state === dyingAfter) throw new Death()
      return appended
    },
  }
}

/** From wherever the renewal stands to its end, as the wizard would do it. */
export async function finish(desk: Desk, renewals: RenewalService, start: () => Promise<Renewal>): Promise<Renewal> {
  let renewal = await start()
  if (renewal.state === 'order') {
    renewal = await renewals.requestSms(renewal.id)
  }
  if (renewal.state === 'order') {
    renewal = await renewals.verifySms(renewal.id, desk.newestCode())
  }
  if (renewal.state === 'verified' || renewal.state === 'key-intended') {
    renewal = await renewals.initialise(renewal.id, deskPin)
  }
  return renewals.execute(renewal.id, renewal.needsPin ? deskPin : undefined)
}

/** A certificate on the token, as the user chooses it: this one (DER), or else the first. */
export function choose({ modules }: Life, certificate?: Uint8Array): ChosenCertificate {
  const [state] = modules.states()
  const token = state?.tokens[0]
  const wanted = ({ value }: StoredCertificate) => certificate === undefined || Buffer.from(value).equals(certificate)
  const stored = token?.certificates.find(wanted)
  if (token === undefined || stored === undefined) throw new Error('the certificate is not on the token')
  return chooseCertificate({ token, stored, ...(state?.interface && { interface: state.interface }) }, new Date())
}
