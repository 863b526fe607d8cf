/** For tests: platforms and proxies on this computer, closed together. */
import { startHttpProxy, startSocksProxy, type LoopbackProxy } from '../../../platform/testing/loopback-proxy.ts'
import { startLoopbackServer, type Behaviour, type LoopbackServer } from '../../../platform/testing/loopback-server.ts'
import { obliging } from '../../../platform/testing/behaviours.ts'
import { makeTlsCertificates, type TlsCertificates } from '../../../platform/testing/tls-certificates.ts'

type Identity = Exclude<keyof TlsCertificates, 'root' | 'otherRoot'> | 'plain'

export function createStand() {
  const certificates = makeTlsCertificates()
  const open: { close(): Promise<void> }[] = []
  const keep = <T extends { close(): Promise<void> }>(started: T): T => {
    open.push(started)
    return started
  }
  const proxy = async (options?: Parameters<typeof startHttpProxy>[0]): Promise<LoopbackProxy> =>
    keep(await startHttpProxy(options))
  return {
    certificates,
    /** Trusts the root of these certificates, and nobody else. */
    tls: { certificateAuthorities: [certificates.root], pins: [] },
    keep,
    server: async (identity: Identity, behaviours: readonly Behaviour[] = [obliging]): Promise<LoopbackServer> =>
      keep(await startLoopbackServer(behaviours, identity === 'plain' ? {} : { tls: certificates[identity] })),
    proxy,
    socks: async (reply?: number): Promise<LoopbackProxy> => keep(await startSocksProxy(reply)),
    /** One that nobody listens on. */
    deadPort: async (): Promise<number> => {
      const { port, close } = await startHttpProxy()
      await close()
      return port
    },
    /** As the system names a proxy that answers CONNECT with this status. */
    refusing: async (status: string): Promise<string> =>
      `PROXY 127.0.0.1:${(await proxy({ answer: `HTTP/1.1 ${status}\r\n\r\n` })).port}`,
    close: async (): Promise<void> => {
      await Promise.all(open.splice(0).map((one) => one.close()))
    },
  }
}
