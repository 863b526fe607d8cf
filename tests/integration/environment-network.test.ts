/** 网络与平台 and the clock, with the real main code before a real simulator, real proxies and real TLS. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPlatformSimulator, type PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { builtInDriverTable } from '../../src/main/drivers/driver-table.ts'
import { createSurroundingsChecks } from '../../src/main/environment/surroundings-checks.ts'
import { createPlatform } from '../../src/main/platform/platform.ts'
import { startHttpProxy, type LoopbackProxy } from '../../src/main/platform/testing/loopback-proxy.ts'
import { startLoopbackServer } from '../../src/main/platform/testing/loopback-server.ts'
import { obliging } from '../../src/main/platform/testing/behaviours.ts'
import { makeTlsCertificates } from '../../src/main/platform/testing/tls-certificates.ts'
import { networkPolicy, usualConnection, type Connection } from '../../src/main/settings/connection-settings.ts'
import { CheckResult } from '../../src/shared/ipc/models-environment.ts'
import { moveClock } from '../support/move-clock.ts'

const certificates = makeTlsCertificates()
const hour = 3_600_000

let folder: string
const undo: (() => Promise<unknown>)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-network-'))
  writeFileSync(join(folder, 'settings.json'), '{}')
})
afterEach(async () => {
  for (const step of undo.splice(0)) await step()
  rmSync(folder, { recursive: true, force: true })
})

async function simulator(): Promise<{ readonly simulator: PlatformSimulator; readonly origin: string }> {
  const started = await createPlatformSimulator({ smsResendMs: 0 })
  undo.push(() => started.close())
  return { simulator: started, origin: (await started.listen()).origin }
}

async function proxy(answer?: string): Promise<LoopbackProxy> {
  const started = await startHttpProxy(answer === undefined ? {} : { answer })
  undo.push(() => started.close())
  return started
}

/** As the program joins them, for these settings. */
function openProgram(address: string, connection: Partial<Connection> = {}) {
  const platform = createPlatform({
    baseUrl: () => address,
    userAgent: 'test',
    policy: () => networkPolicy({ ...usualConnection, proxy: { mode: 'none' }, ...connection }),
    system: { resolveProxy: () => Promise.resolve('DIRECT'), fetch: () => globalThis.fetch },
  })
  const checks = createSurroundingsChecks({
    ...{ connection: platform, version: '1.0.0', userData: folder, drivers: builtInDriverTable },
  })
  const look = async () => {
    const results = await Promise.all(
      checks.map(async ({ name, run }) => {
        const findings = await run(new AbortController().signal)
        // What the page gets is what the contract has.
        return CheckResult.parse({ name, durationMs: 0, findings })
      }),
    )
    const rows = results.flatMap(({ name, findings }) =>
      findings.map(({ state, failure }): readonly [string, string] => {
        const word = failure?.details?.['tls'] ?? failure?.details?.['reason']
        return [name, [state, failure?.code, word].filter((part) => part !== undefined).join(' ')]
      }),
    )
    return { results, rows: new Map(rows) }
  }
  return { platform, look }
}

describe('the platform', () => {
  it('that is well has no row out of order, and sees nobody named', async () => {
    const { origin } = await simulator()
    const { results, rows } = await openProgram(origin).look()
    expect([rows.get('platform-connection'), rows.get('platform-service'), rows.get('clock')]).toEqual([
      'ok',
      'ok',
      'ok',
    ])
    const network = results.slice(0, 5).flatMap(({ findings }) => findings.map(({ state }) => state))
    expect(network).toEqual(['not-applicable', 'ok', 'not-applicable', 'not-applicable', 'ok'])
    expect(results.map(({ name }) => name)).toEqual([
      ...['platform-name', 'platform-connection', 'platform-security', 'proxy', 'platform-service'],
      ...['clock', 'time-zone', 'system-version', 'disk-room', 'device-rights', 'program-version', 'other-copy'],
    ])
  })

  it('that is down is down from its connection on', async () => {
    const { origin, simulator: platform } = await simulator()
    const program = openProgram(origin)
    await platform.close()
    const { rows } = await program.look()
    expect(Object.fromEntries(rows)).toMatchObject({
      'platform-connection': 'blocked environment.connectionFailed refused',
      'platform-security': 'not-applicable',
      'platform-service': 'unknown environment.earlierStepFailed',
      clock: 'unknown environment.clockUnmeasured',
    })
  })

  it('under maintenance is there, and says until when', async () => {
    const { origin, simulator: platform } = await simulator()
    const until = Date.now() + hour
    await platform.setMaintenance({ from: Date.now() - hour, until, notice: '升级' })
    const { results, rows } = await openProgram(origin).look()
    expect([rows.get('platform-connection'), rows.get('platform-service')]).toEqual([
      'ok',
      'blocked platform.maintenance',
    ])
    const endsAt = results.find(({ name }) => name === 'platform-service')?.findings[0]?.failure?.details?.['endsAt']
    expect(endsAt).toBe(until)
  })

  it('by a wrong name is not found', async () => {
    const { rows } = await openProgram('https://platform.invalid').look()
    expect(rows.get('platform-name')).toMatch(
      /^blocked environment\.nameUnresolved (unknown-name|no-resolver|offline|timeout)$/,
    )
    expect(rows.get('platform-service')).toBe('unknown environment.earlierStepFailed')
  })
})

describe('a proxy', () => {
  it.each([
    ['407 Proxy Authentication Required', 'auth'],
    ['403 Forbidden', 'refused'],
    ['302 Found', 'protocol'],
  ])('of the settings that answers %s is what is wrong', async (status, reason) => {
    const { port } = await proxy(`HTTP/1.1 ${status}\r\n\r\n`)
    const manual = { mode: 'manual', address: `127.0.0.1:${port}` } as const
    const { rows, results } = await openProgram('https://platform.test', { proxy: manual }).look()
    expect(rows.get('proxy')).toBe(`blocked platform.proxy ${reason}`)
    expect([...rows.values()].filter((row) => row.startsWith('blocked'))).toHaveLength(1)
    expect(JSON.stringify(results)).not.toContain('@')
  })
})

describe('the encryption', () => {
  it.each([
    ['expired', { rootCertificate: certificates.root }, 'platform.tls expired'],
    ['selfSigned', { rootCertificate: certificates.root }, 'platform.tls self-signed'],
    ['otherHost', { rootCertificate: certificates.root }, 'platform.tls host-name'],
    ['good', {}, 'platform.tls unknown-issuer'],
    ['good', { rootCertificate: certificates.root, pins: [`${'A'.repeat(43)}=`] }, 'platform.pinMismatch'],
  ] as const)('with %s and %o is not taken', async (identity, connection, expected) => {
    const server = await startLoopbackServer([obliging], { tls: certificates[identity] })
    undo.push(() => server.close())
    const { rows } = await openProgram(server.address, {
      ...connection,
      pins: [...('pins' in connection ? connection.pins : [])],
    }).look()
    expect(rows.get('platform-security')).toBe(`blocked ${expected}`)
    expect([rows.get('platform-connection'), server.seen]).toEqual(['ok', []])
  })
})

describe('the clock', () => {
  it.each([
    [hour, 'blocked renewal.clockSkew behind'],
    [-hour, 'blocked renewal.clockSkew ahead'],
    [60_000, 'attention environment.clockOff behind'],
    [0, 'ok'],
  ])('of a platform that is %d ms ahead makes the computer’s %s', async (offsetMs, expected) => {
    const { origin, simulator: platform } = await simulator()
    await moveClock(platform, offsetMs)
    const program = openProgram(origin)
    expect((await program.look()).rows.get('clock')).toBe(expected)
    const aheadMs = program.platform.clock.now().getTime() - Date.now()
    expect(Math.abs(aheadMs - offsetMs)).toBeLessThan(3_000)
  })

  it('that was put right is right at the next look', async () => {
    const { origin, simulator: platform } = await simulator()
    await moveClock(platform, hour)
    const program = openProgram(origin)
    expect((await program.look()).rows.get('clock')).toBe('blocked renewal.clockSkew behind')
    await moveClock(platform, 0)
    expect((await program.look()).rows.get('clock')).toBe('ok')
  })
})
