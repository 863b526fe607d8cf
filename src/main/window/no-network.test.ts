import type { App } from 'electron'
import { expect, it } from 'vitest'
import { denyPeerConnections, leadNowhere, showNoCertificate } from './no-network.ts'

it('gives peer connections no UDP, in whatever contents are made', () => {
  const policies: unknown[] = []
  const contents = { setWebRTCIPHandlingPolicy: (policy: string) => void policies.push(policy) }
  const on = (name: string, listener: (event: unknown, made: typeof contents) => void) => {
    if (name === 'web-contents-created') listener({}, contents)
  }
  denyPeerConnections({ on } as unknown as App)
  expect(policies).toEqual(['disable_non_proxied_udp'])
})

it('leads everything of the page’s session to a port of this computer where nothing listens, loopback too', async () => {
  const configured: unknown[] = []
  const setProxy = (proxy: unknown) => Promise.resolve(void configured.push(proxy))
  await leadNowhere({ setProxy })
  expect(configured).toEqual([
    { mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' },
  ])
})

it('shows nobody a certificate of the system', () => {
  const done: unknown[] = []
  const event = { preventDefault: () => void done.push('prevented') }
  const on = (name: string, listener: (...parameters: readonly unknown[]) => void) => {
    if (name !== 'select-client-certificate') return
    listener(event, {}, 'https://asks.example/', [{ subjectName: '张三' }], (...chosen: readonly unknown[]) =>
      done.push(chosen),
    )
  }
  showNoCertificate({ on } as unknown as App)
  expect(done).toEqual(['prevented', []])
})
