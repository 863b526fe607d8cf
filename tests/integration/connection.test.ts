import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Host } from '../../src/main/host.ts'
import { quietLog } from '../../src/main/logging/testing/quiet-log.ts'
import { obliging } from '../../src/main/platform/testing/behaviours.ts'
import { startHttpProxy } from '../../src/main/platform/testing/loopback-proxy.ts'
import { startLoopbackServer } from '../../src/main/platform/testing/loopback-server.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'

const origin = 'http://ca.example.invalid:8083'

let userData: string
let app: AppUnderTest | undefined
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'connection-app-'))
})
afterEach(async () => {
  await app?.close()
  app = undefined
  rmSync(userData, { recursive: true, force: true })
})

/** The real main code with these settings; what it logs, and what it asks the system. */
async function start(settings: object, address: string, answer = 'DIRECT') {
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(settings))
  const lines: string[] = []
  const asked: string[] = []
  const network: Host['network'] = {
    resolveProxy: (url) => {
      asked.push(url)
      return Promise.resolve(answer)
    },
    fetch: () => () => Promise.reject(new Error('not asked for')),
  }
  const log = quietLog({ info: (line) => void lines.push(line) })
  const desk = { userData, origin: address, modulePath: '', store: { environment: {} } }
  app = await startApp(desk, { modules: [], network, log, platform: { sleep: () => Promise.resolve() } })
  return { app, lines, asked }
}

it('says once at the start that the platform is spoken to without encryption, and speaks to nobody', async () => {
  const { lines, asked } = await start({ connection: { approvedPlainOrigin: origin } }, origin)
  expect(lines.filter((line) => line.includes('without encryption'))).toEqual([
    `platform: ${origin} is spoken to without encryption`,
  ])
  expect(asked).toEqual([])
})

it('speaks to no address without encryption that was not approved', async () => {
  const { app, lines, asked } = await start({}, origin)
  const refused = { ok: false, failure: { code: 'platform.addressInvalid', details: { reason: 'plain-http' } } }
  expect(await app.call('account:login', { account: 'wang', password: 'secret' })).toEqual(refused)
  expect(await app.call('settings:save-platform', { address: origin })).toEqual(refused)
  expect([lines, asked]).toEqual([[], []])
})

it('asks the system for the way at each call, and a change of the settings holds at once', async () => {
  const server = await startLoopbackServer([obliging])
  const proxy = await startHttpProxy()
  const address = `http://ca.example.invalid:${server.port}`
  const settings = { connection: { approvedPlainOrigin: address } }
  const { app, asked } = await start(settings, address, `PROXY 127.0.0.1:${proxy.port}`)
  const login = () => app.call('account:login', { account: 'wang', password: 'secret' })
  expect(await login()).toMatchObject({ ok: true })
  expect(await login()).toMatchObject({ ok: true })
  expect([asked.length, proxy.asked.length]).toEqual([2, 2])
  const manual = { pins: [], proxy: { mode: 'manual', address: '127.0.0.1:1' }, useSystemNetwork: false } as const
  await app.value('settings:save-connection', { ...manual, pins: [] })
  expect(await login()).toMatchObject({ failure: { code: 'platform.proxy', details: { reason: 'unreachable' } } })
  expect([asked.length, server.seen.length]).toEqual([2, 2])
  await server.close()
  await proxy.close()
})

it('tells the page when the platform becomes another', async () => {
  const { app } = await start({}, 'https://ca.example.invalid')
  await app.value('settings:save-platform', { address: origin, approvedOrigin: origin })
  expect(app.published.filter(({ event }) => event === 'account:changed').map(({ payload }) => payload)).toEqual([
    { platformAddress: origin },
  ])
})
