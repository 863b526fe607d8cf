import { afterEach, describe, expect, it } from 'vitest'
import { answers, drops, hangs, html, sends } from '../../platform/testing/behaviours.ts'
import { startLoopbackServer, type Behaviour } from '../../platform/testing/loopback-server.ts'
import { serviceSample } from '../../platform/testing/wire-samples.ts'
import { inWords, look, type Surroundings } from './testing/look.ts'
import { createStand } from './testing/stand.ts'

const { server, keep, close } = createStand()
afterEach(close)
const apart = 'environment.notSeparable'

describe('the platform itself', () => {
  const row = async (behaviour: Behaviour, surroundings: Surroundings = {}) => {
    const { address } = await server('plain', [behaviour])
    const rows = await look({ address, ...surroundings })
    return { row: rows.at(-1), words: inWords(rows).at(-1) }
  }
  const serves = (change: object) => answers(200, { ...serviceSample, ...change })

  it.each<[string, Behaviour, string]>([
    ['a web page', html(200), 'platform.webPage'],
    ['something else', sends(200, '{}', { 'content-type': 'application/json' }), 'platform.offContract'],
    ['an error', sends(500, '{}', { 'content-type': 'application/problem+json' }), 'platform.internal'],
    ['a page of maintenance', html(503), 'platform.maintenance'],
    ['nothing', drops, 'platform.unreachable'],
  ])('answers with %s', async (_, behaviour, code) => {
    const { words } = await row(behaviour)
    expect(words).toBe(`platform-service blocked ${code}`)
  })

  it('is under maintenance until it says', async () => {
    const maintenance = { from: '2026-11-23T07:00:00Z', until: '2026-11-23T09:30:00Z', notice: '升级' }
    const { row: found } = await row(serves({ maintenance }))
    const details = { endsAt: Date.parse(maintenance.until) }
    expect(found).toMatchObject({ state: 'blocked', failure: { code: 'platform.maintenance', details } })
  })

  it.each(['2026-11-23T08:00:01Z', '2026-11-22T08:00:00Z'])(
    'is not under one that is for another time: %s',
    async (from) => {
      const until = new Date(Date.parse(from) + 60_000).toISOString()
      const { words } = await row(serves({ maintenance: { from, until, notice: '' } }))
      expect(words).toBe('platform-service ok')
    },
  )

  it.each([
    ['1.2.0', 'platform-service blocked environment.programTooOld'],
    ['1.10.0', 'platform-service ok'],
    ['1.3.0', 'platform-service ok'],
  ])('wants 1.3 at least of version %s', async (version, expected) => {
    expect((await row(serves({ oldestClientVersion: '1.3' }), { version })).words).toBe(expected)
  })

  it('is asked through the system’s network where that is set, whose layers do not show', async () => {
    const { address } = await server('plain')
    const rows = await look({ address, policy: { useSystemNetwork: true }, fetch: globalThis.fetch })
    expect(inWords(rows)).toEqual([
      ...['platform-name', 'platform-connection', 'platform-security', 'proxy'].map(
        (name) => `${name} unknown ${apart}`,
      ),
      'platform-service ok',
    ])
  })

  it('is what says why, where the system’s network cannot reach it', async () => {
    const fetch = () => Promise.reject(new TypeError('net::ERR_PROXY_CONNECTION_FAILED'))
    const rows = await look({ address: 'https://platform.test', policy: { useSystemNetwork: true }, fetch })
    expect(inWords(rows).at(-1)).toMatch(/^platform-service blocked platform\./)
  })

  it('that takes the connection and never answers is its own fault', async () => {
    const limit = new AbortController()
    const silent = await startLoopbackServer([hangs], { timeIsUp: () => limit.abort() })
    keep(silent)
    const rows = await look({ address: silent.address, callDeadline: () => limit.signal })
    expect(inWords(rows).at(-1)).toBe('platform-service blocked platform.timeout')
  })
})
