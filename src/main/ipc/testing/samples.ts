/** For tests: for each channel an input that is taken and an output that keeps the contract, with every field there is. */
import type { Channel, EventName } from '../../../shared/ipc/channels.ts'
import type { EventPayload, Input, Output } from '../../../shared/ipc/contract.ts'
import { cameraInputs, cameraOutputs } from './camera-samples.ts'
import { contentInputs, contentOutputs, contentPayloads } from './content-samples.ts'
import { diagnosticsInputs, diagnosticsOutputs } from './diagnostics-samples.ts'
import { driverInputs, driverOutputs, driverReport } from './driver-samples.ts'
import { environmentInputs, environmentOutputs, environmentProgress } from './environment-samples.ts'
import { knowledgeInputs, knowledgeOutputs } from './knowledge-samples.ts'
import { lists } from './list-samples.ts'
import { pinInputs, pinOutputs } from './pin-samples.ts'
import { sealInputs, sealOutputs } from './seal-samples.ts'
import { askedRenewal, reminderInputs, reminderOutputs, reminderReport } from './reminder-samples.ts'
import { updateInputs, updateOutputs, updateReport } from './update-samples.ts'
import { signingInputs, signingOutputs } from './signing-samples.ts'

const renewalId = '5e0e8c5c-7b1c-4f5e-9d2a-1f0b7c6d5e4f'
const certificateId = 'ab'.repeat(32)
const instant = '2026-11-23T08:00:00.000Z'
const failure = { code: 'token.pinIncorrect', details: { triesLeft: 2 } } as const

const overview: Output<'certificates:overview'> = {
  complete: true,
  now: '2026-11-23T08:00:00.000Z',
  readAt: instant,
  modules: [{ path: '/lib/module.so', name: 'module.so', state: 'failed', failure, quarantinedAt: instant }],
  tokens: [
    {
      serialNumber: 'A1',
      cardNumber: 'A1',
      label: '测试介质',
      model: 'GM3000',
      pin: { state: 'ok', minLength: 6, maxLength: 16, securityOfficer: 'ok', isKnown: true },
    },
  ],
  cards: [
    {
      id: 'card',
      tokenSerialNumber: 'A1',
      certificates: [
        {
          id: certificateId,
          tokenSerialNumber: 'A1',
          status: 'valid',
          usage: 'signing',
          holder: '张三',
          organisation: '单位',
          holderKind: 'organisation',
          creditCode: '91370100MA3C4D5E6K',
          maskedPersonalId: '370***********8812',
          issuer: '山东CA',
          serialNumber: '2C41',
          algorithm: 'RSA 2048',
          signatureAlgorithm: 'SHA-256 / RSA',
          notBefore: instant,
          notAfter: instant,
          key: 'present',
          label: '证书',
          subject: [{ name: 'CN', value: '张三' }],
          issuerName: [{ name: 'CN', value: '山东CA' }],
          keyUsage: ['digitalSignature'],
          sha256: certificateId,
          publicKeySha256: certificateId,
          action: 'none',
          actionRefusal: failure,
          renewableFrom: instant,
          isHistorical: false,
          curve: 'P-256',
          trust: {
            result: 'untrusted',
            reason: 'path-too-long',
            chain: [{ name: '山东CA', notBefore: instant, notAfter: instant, sha256: certificateId, isAnchor: true }],
            revocation: {
              state: 'revoked',
              reason: 'outdated',
              source: 'crl',
              asOf: instant,
              revokedAt: instant,
              revocationReason: 'keyCompromise',
            },
          },
        },
      ],
    },
  ],
}

const bus: NonNullable<typeof overview.bus> = {
  cause: 'in-use',
  vendor: '飞天诚信',
  model: 'ePass3000GM',
  driverId: 'feitian-epass3000gm',
  hasPage: true,
  processes: [{ pid: 7, name: 'CAAssistant' }],
}
const withoutToken = { ...overview, tokens: [], cards: [], bus }

const waiting: Output<'token:list-waiting'>[number] = {
  id: renewalId,
  isOver: false,
  kind: 'unlock',
  moduleName: 'module.so',
  tokenSerialNumber: 'A1',
  until: instant,
  canStop: true,
}

const dates = { notBefore: instant, notAfter: instant, serialNumber: '2C41' }

const renewal: Output<'renewal:start'> = {
  id: renewalId,
  kind: 'renewal',
  state: 'order',
  holder: '张三',
  cardNumber: 'A1',
  tokenSerialNumber: 'A1',
  orderId: 'o1',
  startedAt: instant,
  finishedAt: instant,
  sms: { maskedPhone: '138****5678', codeLength: 6, expiresAt: instant, resendAt: instant, attemptsLeft: 5 },
  subSteps: [{ name: 'make-key', state: 'done', durationMs: 12 }],
  busy: false,
  needsPin: true,
  failure,
  old: dates,
  new: dates,
  encryption: 'written',
  newEncryption: dates,
  provedAt: instant,
  oldPairRemoved: false,
}

const gate: Output<'renewal:gate'> = {
  checks: [{ name: 'order', state: 'blocked', failure, renewalId }],
  isOpen: false,
  asksForOpenBids: true,
}

const account = { platformAddress: 'https://ca.example', displayName: '测试单位', maskedPhone: '138****5678' }
const status: Output<'platform:check'> = { state: 'maintenance', until: instant, features: ['enquiries'] }
const settings: Output<'settings:read'> = {
  platformAddress: 'https://ca.example',
  modules: ['/lib/module.so'],
  rememberedAccount: 'zhang',
  connection: {
    approvedPlainOrigin: 'http://ca.example',
    rootCertificate: { subject: 'CN=单位根证书', notAfter: instant },
    pins: [`${'A'.repeat(43)}=`],
    proxy: { mode: 'manual', address: 'proxy.example:8080' },
    useSystemNetwork: false,
  },
}
const authority: Output<'trust:list-authorities'>[number] = {
  sha256: certificateId,
  name: '山东CA',
  subject: 'CN=山东CA',
  algorithm: 'SM2',
  notBefore: instant,
  notAfter: instant,
  chosenBy: 'user',
  source: 'ca.cer',
}
const message = { id: 'o1-1', at: instant, maskedPhone: '138****5678', text: '验证码 123456', code: '123456' }

export const inputs: { readonly [C in Channel]: Input<C> } = {
  'app:info': {},
  'app:show-licences': {},
  'app:quit': {},
  'appearance:read': {},
  'appearance:change': { choice: 'en', textSize: 150 },
  'certificates:overview': {},
  'certificates:refresh': { purpose: 'pin-form' },
  'certificates:export': { certificateId, format: 'pem' },
  ...pinInputs,
  ...signingInputs,
  'account:current': {},
  'account:login': {
    account: 'demo',
    password: 'secret',
    captcha: { id: 'k1', answer: 'x7b2' },
    remember: true,
  },
  'account:captcha': {},
  'account:logout': {},
  'platform:check': {},
  'platform:list-certificates': {
    page: 2,
    validity: 'expiring',
    holderKind: 'organisation',
    zone: 'core',
    search: '济南',
  },
  'platform:list-orders': { page: 1, active: true },
  'platform:list-enquiries': { page: 1 },
  'platform:list-shipments': { page: 1 },
  'renewal:list': {},
  'renewal:damaged': {},
  'renewal:gate': { certificateId },
  'renewal:start': { certificateId, hasOpenBids: true },
  'renewal:request-sms': { renewalId },
  'renewal:verify-sms': { renewalId, code: '123456' },
  'renewal:initialise': { renewalId, pin: '12345678' },
  'renewal:execute': { renewalId, pin: '12345678' },
  'renewal:abandon': { renewalId },
  'renewal:save-receipt': { renewalId },
  'settings:read': {},
  'settings:save-platform': { address: 'http://ca.example', approvedOrigin: 'http://ca.example' },
  'settings:save-connection': { pins: [], proxy: { mode: 'system' }, useSystemNetwork: true },
  'settings:choose-root': {},
  'settings:remove-root': {},
  'settings:add-module': {},
  'settings:remove-module': { path: '/lib/module.so' },
  ...driverInputs,
  'token:list-waiting': {},
  'token:wait-longer': { waitId: renewalId },
  'token:stop-waiting': { waitId: renewalId },
  'trust:list-authorities': {},
  'trust:add-authority': {},
  'trust:remove-authority': { sha256: certificateId },
  ...environmentInputs,
  ...knowledgeInputs,
  ...contentInputs,
  ...diagnosticsInputs,
  ...sealInputs,
  ...{ ...reminderInputs, ...cameraInputs, ...updateInputs },
  'demo:messages': {},
}

export const outputs: { readonly [C in Channel]: Output<C> } = {
  'app:info': {
    version: '1.0.0',
    mode: 'demo',
    demoToken: 'softhsm',
    demoCredentials: { account: 'demo', password: 'demo', pin: '12345678' },
  },
  'app:quit': { isQuitting: true },
  'app:show-licences': { isShown: true },
  'appearance:read': { choice: 'system', language: 'zh-CN', textSize: 100 },
  'appearance:change': { choice: 'en', language: 'en', textSize: 150 },
  'certificates:overview': overview,
  'certificates:refresh': withoutToken,
  'certificates:export': { saved: true, fileName: 'a.cer' },
  ...pinOutputs,
  ...signingOutputs,
  'account:current': account,
  'account:login': account,
  'account:captcha': { id: 'k1', image: 'data:image/png;base64,iVBORw0KGgo=', expiresAt: instant },
  'account:logout': account,
  'platform:check': status,
  ...lists,
  'renewal:list': [renewal],
  'renewal:damaged': [{ id: 'a.jsonl.damaged', at: instant }],
  'renewal:gate': gate,
  'renewal:start': renewal,
  'renewal:request-sms': renewal,
  'renewal:verify-sms': renewal,
  'renewal:initialise': renewal,
  'renewal:execute': renewal,
  'renewal:abandon': renewal,
  'renewal:save-receipt': { saved: true, fileName: 'a.pdf' },
  'settings:read': settings,
  'settings:save-platform': settings,
  'settings:save-connection': settings,
  'settings:choose-root': settings,
  'settings:remove-root': settings,
  'settings:add-module': settings,
  'settings:remove-module': settings,
  ...driverOutputs,
  'token:list-waiting': [waiting],
  'token:wait-longer': { isWaiting: true },
  'token:stop-waiting': { isWaiting: false },
  'trust:list-authorities': [authority],
  'trust:add-authority': [authority],
  'trust:remove-authority': [authority],
  ...environmentOutputs,
  ...knowledgeOutputs,
  ...contentOutputs,
  ...diagnosticsOutputs,
  ...sealOutputs,
  ...{ ...reminderOutputs, ...cameraOutputs, ...updateOutputs },
  'demo:messages': [message],
}

export const payloads: { readonly [E in EventName]: EventPayload<E> } = {
  'app:closing': { renewalId },
  'certificates:changed': overview,
  'token:waiting': waiting,
  'renewal:changed': renewal,
  'account:changed': account,
  'platform:changed': status,
  'drivers:changed': driverReport,
  'environment:checked': environmentProgress,
  ...contentPayloads,
  'diagnostics:collected': { section: 'log', isFailed: false },
  ...{ 'reminders:changed': reminderReport, 'reminders:asked': askedRenewal },
  ...{ 'camera:withdrawn': {}, 'update:changed': updateReport },
  'demo:message': message,
}
