import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { toFailure } from './app-error.ts'
import { createAppearance, type AppearanceCases } from './appearance/appearance.ts'
import { noCamera } from './camera/camera-cases.ts'
import { openContentDesk } from './content-desk.ts'
import { findCertificate } from './certificates/find-certificate.ts'
import { describeApp } from './demo/describe-app.ts'
import { createDemoSlot, type DemoSlot } from './demo/demo-slot.ts'
import type { DemoParts } from './demo/demo.ts'
import { useDemo } from './demo/use-demo.ts'
import { createDiagnostics, type LogCases } from './diagnostics/open-diagnostics.ts'
import type { Drivers } from './drivers/drivers.ts'
import type { EnvironmentDesk } from './environment/environment.ts'
import { findConflicts, openEnvironment, withTable } from './environment-desk.ts'
import type { App, Host, Surroundings } from './host.ts'
import { createHandlers, describeMessage } from './ipc/handlers.ts'
import { createEventLog } from './logging/event-log.ts'
import { noteSent } from './logging/note-sent.ts'
import { accountCases, describeAccount } from './account-cases.ts'
import { openSealDesk } from './seal-desk.ts'
import { guardLogins, guardPins } from './pin/final-try.ts'
import { createPinManagement, type PinManagement } from './pin/pin-management.ts'
import { plainOriginOf } from './platform/platform-address.ts'
import { openReminders, type Reminders } from './reminders/open-reminders.ts'
import { createPlatform, type PlatformConnection } from './platform/platform.ts'
import { directPolicy } from './platform/transport/network-policy.ts'
import { saveKeyReport } from './key-report/save-key-report.ts'
import { saveReceipt } from './receipt/save-receipt.ts'
import { openJournal } from './renewal/journal.ts'
import type { Environment, Token } from './renewal/ports.ts'
import { createRenewalService, type RenewalService } from './renewal/renewal-service.ts'
import { networkPolicy } from './settings/connection-settings.ts'
import { createSigningCases } from './signing/signing-cases.ts'
import type { CheckIssuer } from './signing/ports.ts'
import { createSettingsCases, fixedSettings, type SettingsCases } from './settings/settings-cases.ts'
import { openManagedSettings } from './settings/managed/open-managed-settings.ts'
import type { SettingsStore } from './settings/settings-store.ts'
import { isFinalTry } from './token/is-final-try.ts'
import { createToken } from './token/token-adapter.ts'
import { createTokenClaims, type TokenClaims } from './token/token-claims.ts'
import { createTokenPins } from './token/token-pins.ts'
import { openTokenDesk, type TokenDesk } from './token-desk.ts'
import type { TokenModules } from './token/token-modules.ts'
import type { Trust } from './trust/trust.ts'
import { openUpdates, type Updates } from './update/open-updates.ts'

interface Parts {
  readonly token: Token
  readonly connection: PlatformConnection
  readonly trust: Trust
}

/** The composition root: the only file that knows every concrete part. */
export async function createApp({ systemLanguage, policies, ...given }: Surroundings): Promise<App> {
  const settings = await openManagedSettings(join(given.userData, 'settings.json'), given, policies)
  const looks = createAppearance({ settings, systemLanguage })
  const host = { ...given, language: () => looks.appearance().language, managed: settings.read().managed }
  const reminders = await openReminders(host)
  const updates = await openUpdates(host, settings)
  const watched = loggingEvents(updates.watching(reminders.watching(host)))
  const running = await compose(watched, { settings, looks, reminders, updates })
  updates.start(running)
  return { ...running, language: host.language }
}

interface Opened {
  readonly settings: SettingsStore
  readonly looks: AppearanceCases
  readonly reminders: Reminders
  readonly updates: Updates
}

async function compose(host: Host, { settings, looks, reminders, updates }: Opened): Promise<Omit<App, 'language'>> {
  const demo = createDemoSlot(host.mode === 'demo', demoParts(host))
  await demo.prepare()
  const address = () => (host.mode === 'demo' ? demo.current()?.platformAddress : settings.read().platformAddress)
  const connection = reminders.listening(connect(host, address, settings))
  const { desk, pins, follow, conflicts, environment } = await openDesk(host, { demo, settings, connection, reminders })
  const { modules, drivers, trust } = desk
  const claims = createTokenClaims()
  const { token, pinCases } = useTokens(host, { modules, claims }, pins)
  const renewals = await openRenewals(host, { token, connection, trust, follow, conflicts: conflicts.find })
  reminders.start({ now: connection.clock.now, writing: renewals.writing })
  const { account, accountChanged } = watchAccount(host, connection, address)
  if (host.mode === 'real') await drivers.start()
  else void useDemo(demo, modules, host.log).then(accountChanged)
  const content = openContentDesk(host, connection)
  const handlers = createHandlers({
    ...{ info: () => describeApp(host, demo.current()), showLicences: host.showLicences },
    desk,
    ...{ chooseSavePath: host.chooseSavePath, connection },
    ...accountCases(host, { connection, settings, account }),
    ...pinCases,
    ...signingCases(host, { token, modules, connection, trust }),
    ...{ ...looks, renewals, environment },
    saveReceipt: (renewalId) => saveReceipt(renewals.record(renewalId), { ...host, now: () => connection.clock.now() }),
    ...{ quit: host.quit, saveKeyReport: keyReportCase(host, { modules, claims }) },
    ...settingsAndDiagnostics(host, {
      ...{ settings, drivers, address, accountChanged },
      ...{ desk, connection, renewals, environment },
    }),
    ...(await openSealDesk(host, { connection, renewals })),
    ...{ ...content.cases, reminders: reminders.cases, updates: updates.cases },
    ...{ camera: host.camera ?? noCamera, demoMessages: demo.messages },
  })
  const idle = () => Promise.all([renewals.close().then(claims.idle), content.close()])
  return {
    ...{ handlers, writing: renewals.writing, refresh: () => desk.refresh('glance') },
    ...{ reopen: desk.reopen, staysInBackground: reminders.staysInBackground },
    close: () => stopAll(idle, desk, demo).finally(reminders.close).finally(updates.close),
  }
}

interface DeskParts {
  readonly demo: DemoSlot
  readonly settings: SettingsStore
  readonly connection: PlatformConnection
  readonly reminders: Reminders
}

/** The keys of this computer, and what is looked at around them. */
async function openDesk(host: Host, { demo, settings, connection, reminders }: DeskParts) {
  const renewals: { known?: RenewalService } = {}
  const overviewChanged = () => host.publish('certificates:changed', desk.overview())
  const pins = createPinManagement(overviewChanged)
  const conflicts = await findConflicts(host, () => desk)
  const desk: TokenDesk = await openTokenDesk({
    ...{ host: withTable(host, conflicts), demo, settings, now: connection.clock.now },
    followed: () => renewals.known?.followed() ?? new Map(),
    mark: (overview) => reminders.mark(pins.mark(overview)),
    driversNotKept: (error) => host.log.failure('drivers', toFailure(error), error),
  })
  connection.clock.subscribe(overviewChanged)
  reminders.subscribe(overviewChanged)
  // They need the desk, and it needs to know of them which certificates they have put others in place of.
  const follow = (service: RenewalService) => void (renewals.known = service)
  return { desk, pins, follow, conflicts, environment: openEnvironment(host, { desk, connection, conflicts }) }
}

/** What the page is told of is what support asks for. */
function loggingEvents(host: Host): Host {
  const note = createEventLog(host.log)
  return {
    ...host,
    publish: (event, payload) => {
      note(event, payload)
      host.publish(event, payload)
    },
  }
}

interface LoginParts {
  readonly modules: TokenModules
  readonly claims: TokenClaims
}

/** Every way to a login goes by the same claims, and the last try of a PIN by the user. */
function useTokens({ confirmFinalTry }: Host, { modules, claims }: LoginParts, pins: PinManagement) {
  const isFinal = (serialNumber: string) => isFinalTry(modules, serialNumber)
  const finalTry = { isFinal, confirm: confirmFinalTry }
  return {
    token: pins.notice(guardLogins(createToken(modules, claims), finalTry)),
    pinCases: pins.cases(guardPins(createTokenPins(modules, claims), finalTry)),
  }
}

function keyReportCase(host: Host, login: LoginParts) {
  return () => saveKeyReport({ ...host, ...login, redact: host.logFile.redact, now: () => new Date() })
}

/** Signatures need a login each, and CAs to go with them: those on the tokens, and those that are trusted. */
function signingCases(host: Host, { token, modules, connection, trust }: Parts & { readonly modules: TokenModules }) {
  const authorities = () => [
    ...modules
      .states()
      .flatMap(({ tokens }) => tokens.flatMap(({ certificates }) => certificates.map(({ value }) => value))),
    ...trust.roots(),
  ]
  const find = (certificateId: string) => findCertificate(modules.states(), certificateId)
  const checkIssuer: CheckIssuer = (certificate, others) => Promise.resolve(trust.issuerOf(certificate, others))
  const parts = { find, tokens: token, now: connection.clock.now, authorities, checkIssuer }
  return { authorities, ...createSigningCases({ ...host, ...parts }) }
}

/** The page is told whenever the account or the platform's state is another. */
function watchAccount(host: Host, connection: PlatformConnection, address: () => string | undefined) {
  const account = () => describeAccount(connection, address())
  const accountChanged = () => host.publish('account:changed', account())
  connection.session.subscribe(accountChanged)
  connection.health.subscribe((status) => host.publish('platform:changed', status))
  return { account, accountChanged }
}

interface SettingsParts {
  readonly settings: SettingsStore
  readonly drivers: Drivers
  readonly address: () => string | undefined
  readonly accountChanged: () => void
}

function settingsCases(
  host: Host,
  { settings, drivers, address, accountChanged, connection }: SettingsParts & Pick<DiagnosticsParts, 'connection'>,
): SettingsCases {
  if (host.mode === 'demo') return fixedSettings(address)
  const useModules = () => void drivers.search()
  return createSettingsCases({
    ...{ ...host, store: settings, useModules, platformChanged: accountChanged },
    now: connection.clock.now,
  })
}

interface DiagnosticsParts {
  readonly desk: Pick<TokenDesk, 'overview'>
  readonly connection: PlatformConnection
  readonly renewals: RenewalService
  readonly environment: EnvironmentDesk
}

/** A 诊断包 tells the settings as the page sees them. */
function settingsAndDiagnostics(host: Host, parts: SettingsParts & DiagnosticsParts): SettingsCases & LogCases {
  const { desk, drivers, connection, renewals, environment } = parts
  const cases = settingsCases(host, parts)
  const { settings } = cases
  const known = { overview: desk.overview, driverReport: drivers.report, settings, connection, renewals }
  return { ...cases, ...createDiagnostics(host, { ...known, environmentReport: environment.cases.look }) }
}

/** A driver may take two minutes for what a person has to answer; a program that was told to end does not wait for that. */
const closingPatienceMs = 30_000

/** @param logOut ends the logins, and settles when nobody works with a token: a PIN that is being set is set first */
async function stopAll(logOut: () => Promise<unknown>, desk: TokenDesk, demo: DemoSlot): Promise<void> {
  await Promise.race([logOut(), sleep(closingPatienceMs, undefined, { ref: false })])
  await desk.close()
  demo.stop()
}

/** The demonstration's platform is on this very computer: nothing is in between. */
function connect(host: Host, address: () => string | undefined, settings: SettingsStore): PlatformConnection {
  const policy = () => (host.mode === 'demo' ? directPolicy : networkPolicy(settings.read().connection))
  const plainOrigin = plainOriginOf(address() ?? '')
  if (plainOrigin !== undefined && plainOrigin === policy().approvedPlainOrigin) {
    host.log.info(`platform: ${plainOrigin} is spoken to without encryption`)
  }
  return createPlatform({
    ...host.platform,
    baseUrl: address,
    userAgent: `CertUserTool/${host.version}`,
    policy,
    system: host.network,
    onSent: noteSent(host.log),
    hide: host.log.hide,
  })
}

function demoParts(host: Host): DemoParts {
  const { spawnWorker, startSimulator, userData, publish } = host
  return {
    folder: join(userData, 'demo'),
    startSimulator,
    spawnWorker,
    onSms: (message) => publish('demo:message', describeMessage(message)),
    now: () => new Date(),
  }
}

/** The renewals of the demonstration are kept with it: they go when it is made anew. */
interface RenewalsParts extends Parts, Environment {
  readonly follow: (service: RenewalService) => void
}

async function openRenewals(
  host: Host,
  { token, connection, trust, follow, conflicts }: RenewalsParts,
): Promise<RenewalService> {
  const folder = join(host.userData, ...(host.mode === 'demo' ? ['demo', 'renewals'] : ['renewals']))
  const service: RenewalService = await createRenewalService(
    {
      token,
      platform: connection.platform,
      journal: await openJournal(folder),
      clock: connection.clock,
      environment: { conflicts },
      trustedRoots: trust.roots,
    },
    (renewal) => {
      host.publish('renewal:changed', renewal)
      host.writing(service.writing() !== undefined)
    },
  )
  follow(service)
  return service
}
