/**
 * Every channel with what goes in and what comes out. Both are parsed in main: junk never reaches a use case, and a
 * field that is not declared here never leaves main. Adding a channel does not compile until it is handled.
 */
import * as z from 'zod'
import { checkNames } from '../environment/check-names.ts'
import type { Channel, EventName } from './channels.ts'
import { Appearance, AppearanceChange } from './models-appearance.ts'
import { EnvironmentFix, EnvironmentProgress, EnvironmentReport, CheckResult } from './models-environment.ts'
import { Gate } from './models-gate.ts'
import { PinChange, PinChanged, PinPolicyModel, PinUnblocking } from './models-pin.ts'
import { CollectedSection, DiagnosticsPackage, LogDetail, PackageCode } from './models-diagnostics.ts'
import {
  AnnouncementPage,
  AnnouncementText,
  ContentId,
  ContentOverview,
  ContentSource,
  DownloadPage,
  FaqList,
  FaqText,
  knownOr,
  LinkOf,
} from './models-content.ts'
import { TransferId, Transfers } from './models-transfers.ts'
import { DriverReport } from './models-drivers.ts'
import { KnowledgePage, KnowledgeReference, SearchHit, Topic } from './models-knowledge.ts'
import {
  Captcha,
  CertificateList,
  CertificateListQuery,
  EnquiryList,
  ListQuery,
  OrderList,
  OrderListQuery,
  PlatformStatus,
  ShipmentList,
} from './models-platform.ts'
import {
  AfterRenewal,
  SealCertificates,
  SealList,
  SealListQuery,
  SealModel,
  SealPicture,
  SealPictureUpload,
  SealPictureWanted,
  SealRegistered,
  SealRegistration,
  SealId,
} from './models-seals.ts'
import { CameraOpened } from './models-camera.ts'
import { AskedRenewal, Fingerprint, ReminderPreferences, ReminderReport } from './models-reminders.ts'
import { updateContract } from './contract-update.ts'
import { UpdateReport } from './models-update.ts'
import { TokenWaiting } from './models-waiting.ts'
import {
  FileCheck,
  FileChecking,
  FileChoice,
  filePurposes,
  FileSigning,
  ProofModel,
  ProofRequest,
  SavedFile,
} from './models-signing.ts'
import { Account, AppInfo, DamagedRenewal, DemoMessage, Overview, ProxySettings, Renewal, Settings } from './models.ts'
import { TrustedAuthorities } from './models-trust.ts'
import { secret } from './secret-inputs.ts'

const nothing = z.strictObject({})
const CertificateId = z.string().regex(/^[0-9a-f]{64}$/)
const WaitId = z.strictObject({ waitId: z.uuid() })
const PageNumber = z.int().min(1).max(100_000)
const KeptOrAsked = z.strictObject({ source: ContentSource })
const RenewalId = z.strictObject({ renewalId: z.uuid() })
/** Bounds only: the token's own limits are checked against the token. */
const Pin = secret(z.string().min(1).max(256))

export const contract = {
  'app:info': { input: nothing, output: AppInfo },
  /** Ends the program although a renewal is being written; the user has been told what that means. */
  'app:quit': { input: nothing, output: z.object({ isQuitting: z.literal(true) }) },
  /** Shows the file in its folder; `isShown` is false where the program is not installed, and has none. */
  'app:show-licences': { input: nothing, output: z.object({ isShown: z.boolean() }) },
  'appearance:read': { input: nothing, output: Appearance },
  /** Kept, and used at once. */
  'appearance:change': { input: AppearanceChange, output: Appearance },
  'certificates:overview': { input: nothing, output: Overview },
  /** With a `purpose`, nobody has asked for it: what somebody has stopped waiting for is not begun again. */
  'certificates:refresh': {
    input: z.strictObject({ purpose: z.literal('pin-form').optional() }),
    output: Overview,
  },
  'certificates:export': {
    input: z.strictObject({ certificateId: CertificateId, format: z.enum(['der', 'pem', 'p7b']) }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
  /** Main opens the file dialog. */
  'signing:choose-file': { input: z.strictObject({ purpose: z.enum(filePurposes) }), output: FileChoice },
  'signing:prove': { input: ProofRequest, output: ProofModel },
  'signing:sign-file': { input: FileSigning, output: SavedFile },
  'signing:verify-file': { input: FileChecking, output: FileCheck },
  'pin:policy': { input: nothing, output: PinPolicyModel },
  'pin:change': { input: PinChange, output: PinChanged },
  'pin:unblock': { input: PinUnblocking, output: PinChanged },
  'account:current': { input: nothing, output: Account },
  'account:login': {
    input: z.strictObject({
      account: z.string().trim().min(1).max(64),
      password: secret(z.string().min(1).max(128)),
      captcha: z.strictObject({ id: z.string().min(1).max(64), answer: z.string().trim().min(1).max(16) }).optional(),
      /** Shall the account's name be there the next time? Left out, what is kept stays. */
      remember: z.boolean().optional(),
    }),
    output: Account,
  },
  'account:captcha': { input: nothing, output: Captcha },
  'account:logout': { input: nothing, output: Account },
  /** Asks the platform how it is, unless that is known well enough; never fails for what the platform does. */
  'platform:check': { input: nothing, output: PlatformStatus },
  'platform:list-certificates': { input: CertificateListQuery, output: CertificateList },
  'platform:list-orders': { input: OrderListQuery, output: OrderList },
  'platform:list-enquiries': { input: ListQuery, output: EnquiryList },
  'platform:list-shipments': { input: ListQuery, output: ShipmentList },
  'renewal:list': { input: nothing, output: z.array(Renewal) },
  'renewal:damaged': { input: nothing, output: z.array(DamagedRenewal) },
  'renewal:gate': { input: z.strictObject({ certificateId: CertificateId }), output: Gate },
  'renewal:start': {
    /** The answer to 有尚未开标的加密投标文件吗, where it was asked. */
    input: z.strictObject({ certificateId: CertificateId, hasOpenBids: z.boolean().optional() }),
    output: Renewal,
  },
  'renewal:request-sms': { input: RenewalId, output: Renewal },
  'renewal:verify-sms': {
    input: RenewalId.extend({ code: secret(z.string().regex(/^[0-9]{4,8}$/)) }),
    output: Renewal,
  },
  'renewal:initialise': { input: RenewalId.extend({ pin: Pin }), output: Renewal },
  'renewal:execute': { input: RenewalId.extend({ pin: Pin.optional() }), output: Renewal },
  'renewal:abandon': { input: RenewalId.extend({ pin: Pin.optional() }), output: Renewal },
  'renewal:save-receipt': {
    input: RenewalId,
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
  'settings:read': { input: nothing, output: Settings },
  'settings:save-platform': {
    /** An address without encryption comes with the origin that the user has agreed to. */
    input: z.strictObject({ address: z.string().trim().max(300), approvedOrigin: z.string().max(300).optional() }),
    output: Settings,
  },
  'settings:save-connection': {
    input: z.strictObject({
      pins: z.array(z.string().trim().max(100)).max(10),
      proxy: ProxySettings,
      useSystemNetwork: z.boolean(),
    }),
    output: Settings,
  },
  /** Main opens the file dialog. */
  'settings:choose-root': { input: nothing, output: Settings },
  'settings:remove-root': { input: nothing, output: Settings },
  'settings:add-module': { input: nothing, output: Settings },
  'settings:remove-module': { input: z.strictObject({ path: z.string().min(1).max(1024) }), output: Settings },
  'token:list-waiting': { input: nothing, output: z.array(TokenWaiting) },
  /** Grants two more minutes. `isWaiting`: it was still waited for. */
  'token:wait-longer': { input: WaitId, output: z.object({ isWaiting: z.boolean() }) },
  /** Ends what is waited for, where that is safe. `isWaiting`: it goes on, and could not be stopped. */
  'token:stop-waiting': { input: WaitId, output: z.object({ isWaiting: z.boolean() }) },
  'drivers:list': { input: nothing, output: DriverReport },
  'drivers:retry': { input: z.strictObject({ path: z.string().min(1).max(1024) }), output: DriverReport },
  /** Main opens the file dialog. */
  'drivers:update-table': { input: nothing, output: DriverReport },
  /** The page names a row of the table; which page that is, main knows. */
  'drivers:open-page': {
    input: z.strictObject({ driverId: z.string().regex(/^[a-z0-9-]{1,60}$/) }),
    output: z.object({ isOpened: z.boolean() }),
  },
  'trust:list-authorities': { input: nothing, output: TrustedAuthorities },
  /** Main opens the file dialog. */
  'trust:add-authority': { input: nothing, output: TrustedAuthorities },
  'trust:remove-authority': { input: z.strictObject({ sha256: CertificateId }), output: TrustedAuthorities },
  /** Looks at everything. A run that another one has overtaken answers with that one's report. */
  'environment:run': { input: nothing, output: EnvironmentReport },
  'environment:recheck': { input: z.strictObject({ name: z.enum(checkNames) }), output: CheckResult },
  /** Only what a row of the last look offers is done; answers with what is found after it. */
  'environment:fix': { input: EnvironmentFix, output: CheckResult },
  /** The page words the report; main opens the file dialog. */
  'environment:export': {
    input: z.strictObject({ text: z.string().min(1).max(200_000) }),
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
  /** What drivers and keys tell without a PIN; main collects and masks it, and opens the file dialog first. */
  'environment:export-key-report': {
    input: nothing,
    output: z.object({ saved: z.boolean(), fileName: z.string().optional() }),
  },
  'knowledge:search': {
    input: z.strictObject({ query: z.string().max(100) }),
    output: z.array(SearchHit),
  },
  'knowledge:article': { input: z.strictObject({ reference: KnowledgeReference }), output: KnowledgePage },
  'knowledge:topics': { input: nothing, output: z.array(Topic) },
  /** What the platform offers of 帮助中心, and how much of it is news. */
  'content:overview': { input: nothing, output: ContentOverview },
  /** `kept` answers at once with what is on the disk. */
  'content:list-announcements': {
    input: KeptOrAsked.extend({ page: PageNumber }),
    output: knownOr(AnnouncementPage),
  },
  'content:read-announcement': { input: KeptOrAsked.extend({ id: ContentId }), output: knownOr(AnnouncementText) },
  'content:list-faqs': { input: KeptOrAsked, output: knownOr(FaqList) },
  'content:read-faq': { input: z.strictObject({ id: ContentId }), output: knownOr(FaqText) },
  'content:list-downloads': { input: KeptOrAsked.extend({ page: PageNumber }), output: knownOr(DownloadPage) },
  /** The page names a link by its text and number; its address, main knows. The user has been asked. */
  'content:open-link': { input: LinkOf, output: z.object({ isOpened: z.boolean() }) },
  'content:list-transfers': { input: nothing, output: Transfers },
  /** Main opens the file dialog. `isStarted`: no, when the user cancels. */
  'content:start-download': {
    input: z.strictObject({ downloadId: ContentId }),
    output: z.object({ isStarted: z.boolean() }),
  },
  'content:continue-download': { input: TransferId, output: Transfers },
  'content:pause-download': { input: TransferId, output: Transfers },
  /** What was fetched of a file that is not whole goes too; one that is whole stays where it is. */
  'content:remove-download': { input: TransferId, output: Transfers },
  'content:show-download': { input: TransferId, output: z.object({ isShown: z.literal(true) }) },
  /** Collects and masks; the package is kept in main until it is saved, for five minutes at most. */
  'diagnostics:prepare': { input: nothing, output: DiagnosticsPackage },
  /** Main opens the file dialog, and writes what was shown. */
  'diagnostics:save': { input: PackageCode, output: SavedFile },
  'diagnostics:show-folder': { input: PackageCode, output: z.object({ isShown: z.literal(true) }) },
  'diagnostics:log-detail': { input: nothing, output: LogDetail },
  'diagnostics:detail-log': { input: z.strictObject({ isDetailed: z.boolean() }), output: LogDetail },
  'seals:list': { input: SealListQuery, output: SealList },
  /** The signing certificates that a seal can be bound to now, as the platform knows them. */
  'seals:certificates': { input: nothing, output: SealCertificates },
  /** Makes one seal, or goes on with the very same one that was begun before; a picture makes it a request. */
  'seals:register': { input: SealRegistration, output: SealRegistered },
  'seals:put-image': { input: SealPictureUpload, output: SealModel },
  'seals:image': { input: SealPictureWanted, output: SealPicture },
  /** Only what is 待提交 or 已驳回. */
  'seals:remove': { input: SealId, output: z.object({ isRemoved: z.literal(true) }) },
  /** Each renewal of the last weeks, with the moment at which business systems should know its certificate. */
  'renewal:list-after': { input: nothing, output: z.array(AfterRenewal) },
  /** The user has pressed 拍照, or has chosen another camera. */
  'camera:open': { input: nothing, output: CameraOpened },
  'camera:close': { input: nothing, output: z.object({ isClosed: z.literal(true) }) },
  'reminders:report': { input: nothing, output: ReminderReport },
  'reminders:save': { input: ReminderPreferences, output: ReminderReport },
  'reminders:start-at-login': { input: z.strictObject({ isOn: z.boolean() }), output: ReminderReport },
  'reminders:mute': { input: Fingerprint.extend({ isMuted: z.boolean() }), output: ReminderReport },
  'reminders:forget': { input: Fingerprint, output: ReminderReport },
  'reminders:forget-all': { input: nothing, output: ReminderReport },
  /** Main opens the file dialog. */
  'reminders:save-calendar': { input: nothing, output: SavedFile },
  ...updateContract,
  'demo:messages': { input: nothing, output: z.array(DemoMessage) },
} as const satisfies Readonly<Record<Channel, { readonly input: z.ZodType; readonly output: z.ZodType }>>

/** What main pushes. */
export const eventContract = {
  /** The user wants to close the window while a token is being written to: ask first. */
  'app:closing': z.object({ renewalId: z.uuid() }),
  'certificates:changed': Overview,
  /** A driver takes its time: once when that shows, again when more time is granted, and once when it is over. */
  'token:waiting': TokenWaiting,
  'renewal:changed': Renewal,
  'account:changed': Account,
  'platform:changed': PlatformStatus,
  'drivers:changed': DriverReport,
  /** A run has begun, or one of its checks has answered. Runs are numbered upwards. */
  'environment:checked': EnvironmentProgress,
  'content:changed': ContentOverview,
  'content:transfers': Transfers,
  'diagnostics:collected': CollectedSection,
  'reminders:changed': ReminderReport,
  'reminders:asked': AskedRenewal,
  /** Nobody may see through the camera any more: whatever picture of it still runs has to be stopped. */
  'camera:withdrawn': z.object({}),
  'update:changed': UpdateReport,
  'demo:message': DemoMessage,
} as const satisfies Readonly<Record<EventName, z.ZodType>>

type Contract = typeof contract
export type Input<C extends Channel> = z.input<Contract[C]['input']>
export type ParsedInput<C extends Channel> = z.output<Contract[C]['input']>
export type Output<C extends Channel> = z.output<Contract[C]['output']>
export type EventPayload<E extends EventName> = z.output<(typeof eventContract)[E]>

/** One handler per channel; a missing one does not compile. */
export type Handlers = { readonly [C in Channel]: (input: ParsedInput<C>) => Output<C> | Promise<Output<C>> }
