import type { SmsMessage } from '../../shared/demo/simulator-messages.ts'
import type { Channel } from '../../shared/ipc/channels.ts'
import type { Handlers, Input, Output } from '../../shared/ipc/contract.ts'
import type { Account, AppInfo, DemoMessage, Settings } from '../../shared/ipc/models.ts'
import type { AppearanceCases } from '../appearance/appearance.ts'
import type { CameraCases } from '../camera/camera-cases.ts'
import { chooseCertificate } from '../certificates/choose-certificate.ts'
import { exportCertificate, type ChooseSavePath } from '../certificates/export-certificate.ts'
import { findCertificate } from '../certificates/find-certificate.ts'
import type { ContentCases } from '../content-desk.ts'
import type { LogCases } from '../diagnostics/open-diagnostics.ts'
import type { Captcha, PlatformStatus } from '../../shared/ipc/models-platform.ts'
import type { EnvironmentDesk } from '../environment/environment.ts'
import type { ListCases } from '../platform-account/list-for-account.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { PinCases } from '../pin/pin-cases.ts'
import type { PlatformConnection } from '../platform/platform.ts'
import type { ReminderCases } from '../reminders/reminder-cases.ts'
import type { ChosenCertificate, RenewalService } from '../renewal/renewal-service.ts'
import type { ConnectionCases } from '../settings/connection-cases.ts'
import type { AfterRenewalCases } from '../after-renewal/after-renewal.ts'
import type { SealCases } from '../seals/seal-cases.ts'
import type { SigningCases } from '../signing/signing-cases.ts'
import type { TokenDesk } from '../token-desk.ts'
import type { UpdateCases } from '../update/update-cases.ts'
import { updateHandlers } from './update-handlers.ts'

/** What the handlers call: use cases and what they are shown with. */
export interface UseCases extends AppearanceCases, ConnectionCases, LogCases, PinCases, SigningCases {
  readonly environment: EnvironmentDesk
  readonly saveKeyReport: () => Promise<Output<'environment:export-key-report'>>
  /** Certificates among which CAs are looked for (DER). */
  readonly authorities: () => readonly Uint8Array[]
  readonly info: () => AppInfo
  readonly showLicences?: (() => void) | undefined
  readonly desk: Omit<TokenDesk, 'reopen' | 'close'>
  readonly chooseSavePath: ChooseSavePath
  readonly connection: PlatformConnection
  readonly account: () => Account
  readonly logIn: (login: Input<'account:login'>) => Promise<void>
  readonly captcha: () => Promise<Captcha>
  readonly checkPlatform: () => Promise<PlatformStatus>
  readonly lists: ListCases
  readonly renewals: RenewalService
  readonly settings: () => Settings
  readonly addModule: () => Promise<Settings>
  readonly removeModule: (path: string) => Promise<Settings>
  readonly saveReceipt: (renewalId: string) => Promise<Output<'renewal:save-receipt'>>
  readonly quit: () => void
  readonly knowledge: Knowledge
  readonly seals: SealCases
  readonly afterRenewal: AfterRenewalCases
  readonly content: ContentCases
  readonly reminders: ReminderCases
  readonly camera: CameraCases
  readonly updates: UpdateCases
  readonly demoMessages: () => Promise<readonly SmsMessage[]>
}

/** Channel → use case, one line each: no rule of its own stands here. */
export function createHandlers(cases: UseCases): Handlers {
  const { desk, connection } = cases
  const find = (certificateId: string) => findCertificate(desk.modules.states(), certificateId)
  const choose = (certificateId: string) =>
    chooseCertificate(find(certificateId), connection.clock.now(), desk.trust.assess)
  return {
    ...renewalHandlers(cases, choose),
    ...keyHandlers(cases),
    'app:info': cases.info,
    'app:quit': () => {
      cases.quit()
      return { isQuitting: true }
    },
    'app:show-licences': () => {
      cases.showLicences?.()
      return { isShown: cases.showLicences !== undefined }
    },
    'certificates:overview': desk.overview,
    'certificates:refresh': ({ purpose }) =>
      desk.refresh(purpose === undefined ? 'asked' : undefined).then(desk.overview),
    'certificates:export': ({ certificateId, format }) => exportCertificate(find(certificateId), format, cases),
    'account:current': cases.account,
    'account:login': (login) => cases.logIn(login).then(cases.account),
    'account:captcha': cases.captcha,
    'account:logout': () => connection.session.logout().then(cases.account),
    'platform:check': cases.checkPlatform,
    'platform:list-certificates': cases.lists.certificates,
    'platform:list-orders': cases.lists.orders,
    'platform:list-enquiries': cases.lists.enquiries,
    'platform:list-shipments': cases.lists.shipments,
    ...{ ...settingsHandlers(cases), ...tokenHandlers(cases) },
    ...environmentHandlers(cases),
    ...{ ...knowledgeHandlers(cases), ...contentHandlers(cases.content) },
    ...{ ...diagnosticsHandlers(cases), ...sealHandlers(cases), ...reminderHandlers(cases) },
    'camera:open': () => cases.camera.open(),
    'camera:close': () => cases.camera.close(),
    ...updateHandlers(cases),
    'demo:messages': () => cases.demoMessages().then((messages) => messages.map(describeMessage)),
  }
}

type SettingsHandlers = Pick<Handlers, Extract<Channel, `${'settings' | 'appearance'}:${string}`>>

function settingsHandlers(cases: UseCases): SettingsHandlers {
  return {
    'appearance:read': cases.appearance,
    'appearance:change': cases.changeAppearance,
    'settings:read': cases.settings,
    'settings:save-platform': cases.savePlatform,
    'settings:save-connection': cases.saveConnection,
    'settings:choose-root': cases.chooseRoot,
    'settings:remove-root': cases.removeRoot,
    'settings:add-module': cases.addModule,
    'settings:remove-module': ({ path }) => cases.removeModule(path),
  }
}

type TokenHandlers = Pick<Handlers, Extract<Channel, `${'drivers' | 'token' | 'trust'}:${string}`>>

function tokenHandlers({ desk: { drivers, waits, trust } }: UseCases): TokenHandlers {
  return {
    'trust:list-authorities': trust.authorities,
    'trust:add-authority': trust.addAuthority,
    'trust:remove-authority': ({ sha256 }) => trust.removeAuthority(sha256),
    'token:list-waiting': () => [...waits.list()],
    'token:wait-longer': ({ waitId }) => ({ isWaiting: waits.waitLonger(waitId) }),
    'token:stop-waiting': ({ waitId }) => ({ isWaiting: waits.stop(waitId) }),
    'drivers:list': drivers.report,
    'drivers:retry': ({ path }) => drivers.retry(path),
    'drivers:update-table': drivers.updateTable,
    'drivers:open-page': async ({ driverId }) => ({ isOpened: await drivers.openPage(driverId) }),
  }
}

type EnvironmentHandlers = Pick<Handlers, Extract<Channel, `environment:${string}`>>

function environmentHandlers({ environment: { cases, saveReport }, saveKeyReport }: UseCases): EnvironmentHandlers {
  return {
    'environment:run': cases.run,
    'environment:recheck': ({ name }) => cases.recheck(name),
    'environment:fix': cases.fix,
    'environment:export': ({ text }) => saveReport(text),
    'environment:export-key-report': saveKeyReport,
  }
}

type KnowledgeHandlers = Pick<Handlers, Extract<Channel, `knowledge:${string}`>>

function knowledgeHandlers({ knowledge }: UseCases): KnowledgeHandlers {
  return {
    'knowledge:search': ({ query }) => knowledge.search(query),
    'knowledge:article': ({ reference }) => knowledge.page(reference),
    'knowledge:topics': knowledge.topics,
  }
}

type ContentHandlers = Pick<Handlers, Extract<Channel, `content:${string}`>>

function contentHandlers({ transfers, ...content }: ContentCases): ContentHandlers {
  return {
    'content:overview': content.overview,
    'content:list-announcements': content.announcements.list,
    'content:read-announcement': content.announcements.read,
    'content:list-faqs': content.faqs.list,
    'content:read-faq': content.faqs.read,
    'content:list-downloads': content.downloads.list,
    'content:open-link': content.openLink,
    'content:list-transfers': transfers.list,
    'content:start-download': ({ downloadId }) => transfers.start(downloadId),
    'content:continue-download': ({ transferId }) => transfers.resume(transferId),
    'content:pause-download': ({ transferId }) => transfers.pause(transferId),
    'content:remove-download': ({ transferId }) => transfers.remove(transferId),
    'content:show-download': async ({ transferId }) => {
      await transfers.show(transferId)
      return { isShown: true }
    },
  }
}

type DiagnosticsHandlers = Pick<Handlers, Extract<Channel, `diagnostics:${string}`>>

function diagnosticsHandlers(cases: UseCases): DiagnosticsHandlers {
  return {
    'diagnostics:prepare': cases.prepareDiagnostics,
    'diagnostics:save': ({ code }) => cases.saveDiagnostics(code),
    'diagnostics:show-folder': ({ code }) => {
      cases.showDiagnostics(code)
      return { isShown: true }
    },
    'diagnostics:log-detail': cases.logDetail,
    'diagnostics:detail-log': ({ isDetailed }) => cases.detailLog(isDetailed),
  }
}

type SealHandlers = Pick<Handlers, Extract<Channel, `seals:${string}` | 'renewal:list-after'>>

function sealHandlers(cases: UseCases): SealHandlers {
  return {
    'seals:list': (query) => cases.seals.list(query),
    'seals:certificates': () => cases.seals.certificates(),
    'seals:register': (registration) => cases.seals.register(registration),
    'seals:put-image': (upload) => cases.seals.putImage(upload),
    'seals:image': (wanted) => cases.seals.image(wanted),
    'seals:remove': ({ sealId }) => cases.seals.remove(sealId).then(() => ({ isRemoved: true as const })),
    'renewal:list-after': () => [...cases.afterRenewal.list()],
  }
}

type ReminderHandlers = Pick<Handlers, Extract<Channel, `reminders:${string}`>>

function reminderHandlers({ reminders }: UseCases): ReminderHandlers {
  return {
    'reminders:report': reminders.report,
    'reminders:save': reminders.save,
    'reminders:start-at-login': ({ isOn }) => reminders.startAtLogin(isOn),
    'reminders:mute': ({ fingerprint, isMuted }) => reminders.mute(fingerprint, isMuted),
    'reminders:forget': ({ fingerprint }) => reminders.forget(fingerprint),
    'reminders:forget-all': () => reminders.forget(),
    'reminders:save-calendar': reminders.saveCalendar,
  }
}

type KeyHandlers = Pick<Handlers, Extract<Channel, `signing:${string}` | `pin:${string}`>>

/** What is done with a key besides renewing. */
function keyHandlers(cases: UseCases): KeyHandlers {
  return {
    'signing:choose-file': cases.chooseFile,
    'signing:prove': cases.prove,
    'signing:sign-file': cases.signFile,
    'signing:verify-file': cases.verifyFile,
    'pin:policy': cases.pinPolicy,
    'pin:change': cases.changePin,
    'pin:unblock': cases.unblockPin,
  }
}

type RenewalHandlers = Pick<Handlers, Exclude<Extract<Channel, `renewal:${string}`>, 'renewal:list-after'>>

function renewalHandlers(
  { renewals, saveReceipt }: UseCases,
  choose: (certificateId: string) => ChosenCertificate,
): RenewalHandlers {
  return {
    'renewal:list': () => [...renewals.list()],
    'renewal:damaged': () => renewals.damaged().map(({ name, at }) => ({ id: name, at: at.toISOString() })),
    'renewal:gate': ({ certificateId }) => renewals.gate(choose(certificateId)),
    'renewal:start': ({ certificateId, ...answers }) => renewals.start(choose(certificateId), answers),
    'renewal:request-sms': ({ renewalId }) => renewals.requestSms(renewalId),
    'renewal:verify-sms': ({ renewalId, code }) => renewals.verifySms(renewalId, code),
    'renewal:initialise': ({ renewalId, pin }) => renewals.initialise(renewalId, pin),
    'renewal:execute': ({ renewalId, pin }) => renewals.execute(renewalId, pin),
    'renewal:abandon': ({ renewalId, pin }) => renewals.abandon(renewalId, pin),
    'renewal:save-receipt': ({ renewalId }) => saveReceipt(renewalId),
  }
}

export function describeMessage({ at, maskedPhone, text, code, orderId }: SmsMessage): DemoMessage {
  return { id: `${orderId}-${at}`, at: new Date(at).toISOString(), maskedPhone, text, code }
}
