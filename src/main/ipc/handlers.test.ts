import { expect, it } from 'vitest'
import { channels } from '../../shared/ipc/channels.ts'
import { moduleWith, storedCertificate, tokenWith } from '../certificates/testing/stored-certificate.ts'
import { findCertificate } from '../certificates/find-certificate.ts'
import { chooseCertificate } from '../certificates/choose-certificate.ts'
import { describeCertificate } from '../certificates/describe-certificate.ts'
import { buildCertificate } from '../x509/testing/built-certificate.ts'
import { unassessed } from '../trust/describe-trust.ts'
import { createHandlers, describeMessage, type UseCases } from './handlers.ts'
import { outputs } from './testing/samples.ts'

const now = new Date('2026-11-23T08:00:00Z')
const stored = storedCertificate(buildCertificate())
const modules = [moduleWith([tokenWith([stored])])]
const { id } = describeCertificate(stored, { serialNumber: 'A1' }, now)
const sms = { at: now.getTime(), maskedPhone: '138****5678', text: '验证码 123456', code: '123456', orderId: 'o1' }

/** Use cases that say how they were called; only what the handlers look at is there. */
function handlers() {
  const calls: unknown[] = []
  const note =
    <T>(name: string, value: T) =>
    (...parameters: readonly unknown[]): T => {
      calls.push([name, ...parameters])
      return value
    }
  const renewal = outputs['renewal:start']
  const { settings } = { settings: outputs['settings:read'] }
  const effect = (name: string) => note(name, Promise.resolve(renewal))
  const cases = {
    info: note('info', outputs['app:info']),
    showLicences: note('showLicences', undefined),
    desk: {
      modules: { states: () => modules },
      drivers: {
        report: note('report', outputs['drivers:list']),
        retry: note('retry', Promise.resolve(outputs['drivers:list'])),
        updateTable: note('updateTable', Promise.resolve(outputs['drivers:list'])),
        openPage: note('openPage', Promise.resolve(true)),
      },
      waits: {
        list: note('waits', [outputs['token:list-waiting'][0]]),
        waitLonger: note('waitLonger', true),
        stop: note('stopWaiting', false),
      },
      trust: {
        assess: unassessed,
        authorities: note('authorities', []),
        addAuthority: note('addAuthority', Promise.resolve([])),
        removeAuthority: note('removeAuthority', Promise.resolve([])),
      },
      refresh: note('refresh', Promise.resolve()),
      overview: note('overview', outputs['certificates:overview']),
    },
    chooseSavePath: note('chooseSavePath', Promise.resolve(undefined)),
    connection: {
      session: { logout: note('logout', Promise.resolve()) },
      clock: { now: () => now },
    },
    account: note('account', outputs['account:current']),
    logIn: note('logIn', Promise.resolve()),
    captcha: note('captcha', Promise.resolve(outputs['account:captcha'])),
    checkPlatform: note('checkPlatform', Promise.resolve(outputs['platform:check'])),
    lists: {
      certificates: note('certificates', Promise.resolve(outputs['platform:list-certificates'])),
      orders: note('orders', Promise.resolve(outputs['platform:list-orders'])),
      enquiries: note('enquiries', Promise.resolve(outputs['platform:list-enquiries'])),
      shipments: note('shipments', Promise.resolve(outputs['platform:list-shipments'])),
    },
    renewals: {
      list: note('list', [renewal]),
      start: effect('start'),
      requestSms: effect('requestSms'),
      verifySms: effect('verifySms'),
      initialise: effect('initialise'),
      execute: effect('execute'),
      abandon: effect('abandon'),
    },
    settings: note('settings', settings),
    savePlatform: note('savePlatform', Promise.resolve(settings)),
    saveConnection: note('saveConnection', Promise.resolve(settings)),
    chooseRoot: note('chooseRoot', Promise.resolve(settings)),
    removeRoot: note('removeRoot', Promise.resolve(settings)),
    addModule: note('addModule', Promise.resolve(settings)),
    removeModule: note('removeModule', Promise.resolve(settings)),
    environment: {
      cases: {
        run: note('runChecks', Promise.resolve(outputs['environment:run'])),
        recheck: note('recheck', Promise.resolve(outputs['environment:recheck'])),
        fix: note('fix', Promise.resolve(outputs['environment:fix'])),
      },
      saveReport: note('saveReport', Promise.resolve(outputs['environment:export'])),
    },
    saveKeyReport: note('saveKeyReport', Promise.resolve(outputs['environment:export-key-report'])),
    knowledge: {
      search: note('search', Promise.resolve([])),
      page: note('page', Promise.resolve(outputs['knowledge:article'])),
      topics: note('topics', Promise.resolve([])),
    },
    content: {
      overview: note('contentOverview', Promise.resolve(outputs['content:overview'])),
      announcements: {
        list: note('listAnnouncements', Promise.resolve({ isKnown: false })),
        read: note('readAnnouncement', Promise.resolve({ isKnown: false })),
      },
      faqs: {
        list: note('listFaqs', Promise.resolve({ isKnown: false })),
        read: note('readFaq', Promise.resolve({ isKnown: false })),
      },
      downloads: { list: note('listDownloads', Promise.resolve({ isKnown: false })) },
      openLink: note('openLink', Promise.resolve({ isOpened: true })),
      transfers: {
        list: note('listTransfers', Promise.resolve([])),
        start: note('startDownload', Promise.resolve({ isStarted: true })),
        resume: note('resumeDownload', Promise.resolve([])),
        pause: note('pauseDownload', Promise.resolve([])),
        remove: note('removeDownload', Promise.resolve([])),
        show: note('showDownload', Promise.resolve()),
      },
    },
    reminders: {
      report: note('reminders', outputs['reminders:report']),
      save: note('saveReminders', Promise.resolve(outputs['reminders:report'])),
      startAtLogin: note('startAtLogin', Promise.resolve(outputs['reminders:report'])),
      mute: note('mute', Promise.resolve(outputs['reminders:report'])),
      forget: note('forget', Promise.resolve(outputs['reminders:report'])),
      saveCalendar: note('saveCalendar', Promise.resolve(outputs['reminders:save-calendar'])),
    },
    updates: Object.fromEntries(
      ['report', 'saveAddress', 'look', 'download', 'stop', 'putOff', 'install'].map((name) => [
        name,
        note(`update ${name}`, Promise.resolve(outputs['update:report'])),
      ]),
    ),
    demoMessages: note('demoMessages', Promise.resolve([sms])),
  }
  return { calls, handle: createHandlers(cases as unknown as UseCases) }
}

it('has one handler for each channel, and no other', () => {
  expect(Object.keys(handlers().handle).sort()).toEqual([...channels].sort())
})

it('hands each channel on to its use case', async () => {
  const { calls, handle } = handlers()
  await handle['certificates:refresh']({})
  await handle['certificates:refresh']({ purpose: 'pin-form' })
  await handle['account:login']({ account: 'demo', password: 'secret' })
  await handle['account:captcha']({})
  await handle['account:logout']({})
  await handle['platform:check']({})
  await handle['platform:list-certificates']({ page: 2, search: '济南' })
  await handle['platform:list-orders']({ page: 1, active: true })
  await handle['platform:list-enquiries']({ page: 1 })
  await handle['platform:list-shipments']({ page: 3 })
  await handle['renewal:request-sms']({ renewalId: 'r' })
  await handle['renewal:verify-sms']({ renewalId: 'r', code: '123456' })
  await handle['renewal:initialise']({ renewalId: 'r', pin: 'p' })
  await handle['renewal:execute']({ renewalId: 'r' })
  await handle['renewal:abandon']({ renewalId: 'r', pin: 'p' })
  await handle['settings:save-platform']({ address: 'https://a' })
  const connection = { pins: [], proxy: { mode: 'none' }, useSystemNetwork: false } as const
  await handle['settings:save-connection']({ ...connection, pins: [] })
  await handle['settings:choose-root']({})
  await handle['settings:remove-root']({})
  await handle['settings:remove-module']({ path: '/a' })
  await handle['app:show-licences']({})
  await handle['token:list-waiting']({})
  await handle['token:wait-longer']({ waitId: 'w' })
  await handle['token:stop-waiting']({ waitId: 'w' })
  await handle['drivers:retry']({ path: '/a' })
  await handle['drivers:update-table']({})
  await handle['drivers:open-page']({ driverId: 'longmai-gm3000' })
  await handle['trust:list-authorities']({})
  await handle['trust:add-authority']({})
  await handle['trust:remove-authority']({ sha256: 'a' })
  await handle['environment:run']({})
  await handle['environment:recheck']({ name: 'clock' })
  await handle['environment:fix']({ name: 'driver-health', subject: '/a', fix: 'retry-driver' })
  await handle['environment:export']({ text: '报告' })
  await handle['environment:export-key-report']({})
  await handle['reminders:report']({})
  await handle['reminders:save']({ isOn: false })
  await handle['reminders:start-at-login']({ isOn: true })
  await handle['reminders:mute']({ fingerprint: 'f', isMuted: true })
  await handle['reminders:forget']({ fingerprint: 'f' })
  await handle['reminders:forget-all']({})
  await handle['reminders:save-calendar']({})
  expect(calls).toEqual([
    ['refresh', 'asked'],
    ['overview', undefined],
    ['refresh', undefined],
    ['overview', undefined],
    ['logIn', { account: 'demo', password: 'secret' }],
    ['account', undefined],
    ['captcha', {}],
    ['logout'],
    ['account', undefined],
    ['checkPlatform', {}],
    ['certificates', { page: 2, search: '济南' }],
    ['orders', { page: 1, active: true }],
    ['enquiries', { page: 1 }],
    ['shipments', { page: 3 }],
    ['requestSms', 'r'],
    ['verifySms', 'r', '123456'],
    ['initialise', 'r', 'p'],
    ['execute', 'r', undefined],
    ['abandon', 'r', 'p'],
    ['savePlatform', { address: 'https://a' }],
    ['saveConnection', connection],
    ['chooseRoot', {}],
    ['removeRoot', {}],
    ['removeModule', '/a'],
    ['showLicences'],
    ['waits'],
    ['waitLonger', 'w'],
    ['stopWaiting', 'w'],
    ['retry', '/a'],
    ['updateTable', {}],
    ['openPage', 'longmai-gm3000'],
    ['authorities', {}],
    ['addAuthority', {}],
    ['removeAuthority', 'a'],
    ['runChecks', {}],
    ['recheck', 'clock'],
    ['fix', { name: 'driver-health', subject: '/a', fix: 'retry-driver' }],
    ['saveReport', '报告'],
    ['saveKeyReport', {}],
    ['reminders', {}],
    ['saveReminders', { isOn: false }],
    ['startAtLogin', true],
    ['mute', 'f', true],
    ['forget', 'f'],
    ['forget'],
    ['saveCalendar', {}],
  ])
})

it('hands the platform’s part of 帮助中心 on', async () => {
  const { calls, handle } = handlers()
  await handle['content:list-announcements']({ page: 2, source: 'kept' })
  await handle['content:open-link']({ kind: 'faq', id: 'f1', number: 3 })
  await handle['content:start-download']({ downloadId: 'd1' })
  await handle['content:continue-download']({ transferId: 't1' })
  await handle['content:pause-download']({ transferId: 't2' })
  await handle['content:remove-download']({ transferId: 't3' })
  expect(await handle['content:show-download']({ transferId: 't4' })).toEqual({ isShown: true })
  expect(calls).toEqual([
    ['listAnnouncements', { page: 2, source: 'kept' }],
    ['openLink', { kind: 'faq', id: 'f1', number: 3 }],
    ['startDownload', 'd1'],
    ['resumeDownload', 't1'],
    ['pauseDownload', 't2'],
    ['removeDownload', 't3'],
    ['showDownload', 't4'],
  ])
})

it('hands updates on', async () => {
  const { calls, handle } = handlers()
  await handle['update:report']({})
  await handle['update:save-address']({ address: 'https://a.example' })
  for (const channel of ['look', 'download', 'stop', 'put-off', 'install'] as const)
    await handle[`update:${channel}`]({})
  expect(calls).toEqual([
    ['update report', {}],
    ['update saveAddress', 'https://a.example'],
    ...['look', 'download', 'stop', 'putOff', 'install'].map((name) => [`update ${name}`, {}]),
  ])
})

it('starts a renewal with the certificate that has this id', async () => {
  const { calls, handle } = handlers()
  await handle['renewal:start']({ certificateId: id, hasOpenBids: true })
  const chosen = chooseCertificate(findCertificate(modules, id), now)
  expect(calls).toEqual([['start', chosen, { hasOpenBids: true }]])
})

it('refuses to start or export what is not on a token', () => {
  const { handle } = handlers()
  const certificateId = '00'.repeat(32)
  expect(() => handle['renewal:start']({ certificateId })).toThrow('certificate.notFound')
  expect(() => handle['certificates:export']({ certificateId, format: 'der' })).toThrow('certificate.notFound')
})

it('asks where to save an export', async () => {
  const { calls, handle } = handlers()
  expect(await handle['certificates:export']({ certificateId: id, format: 'der' })).toEqual({ saved: false })
  expect(calls).toEqual([['chooseSavePath', '济南示例科技有限公司-2C418A09.cer']])
})

it('shows the messages of the demonstration', async () => {
  const { maskedPhone, text, code } = sms
  const shown = { id: `o1-${now.getTime()}`, at: now.toISOString(), maskedPhone, text, code }
  expect(describeMessage(sms)).toEqual(shown)
  expect(await handlers().handle['demo:messages']({})).toEqual([shown])
})
