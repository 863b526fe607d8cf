import { once } from 'node:events'
import type { Agent, AgentOptions } from 'node:http'
import { TLSSocket } from 'node:tls'
import { HttpProxyAgent } from 'http-proxy-agent'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { SocksProxyAgent } from 'socks-proxy-agent'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Proxy, TlsPolicy } from './network-policy.ts'
import { failedAtProxy, refusedTunnel } from './proxy-error.ts'
import { proxyTlsOptions, tlsOptions } from './tls-options.ts'
import { untilConnected } from './until-connected.ts'

interface ProxyAgents {
  readonly httpAgent: Agent
  readonly httpsAgent: Agent
}

/** Agents through a proxy. What fails at the proxy itself ends in a proxyError; the platform's TLS is checked behind it. */
export function proxyAgents(proxy: Proxy, policy: TlsPolicy, options: AgentOptions): ProxyAgents {
  const at = `${proxy.host}:${proxy.port}`
  switch (proxy.kind) {
    case 'http':
      return { httpAgent: forwarding(`http://${at}`, options), httpsAgent: tunnel(`http://${at}`, policy, options) }
    case 'https': {
      const secure = { ...options, ...proxyTlsOptions(policy) }
      return { httpAgent: forwarding(`https://${at}`, secure), httpsAgent: tunnel(`https://${at}`, policy, secure) }
    }
    case 'socks4':
    case 'socks5': {
      // With `a` and `h` the proxy resolves the name: a network behind one may have no DNS of its own.
      const agent = socks(proxy.kind === 'socks4' ? `socks4a://${at}` : `socks5h://${at}`, policy, options)
      return { httpAgent: agent, httpsAgent: agent }
    }
    default:
      return assertNever(proxy.kind)
  }
}

type ConnectOptions = Parameters<SocksProxyAgent['connect']>[1]

/**
 * The TLS options that an agent is made with reach the connection to the proxy only, and the host's name is lost on the
 * way: a pin would be skipped, and the wrong name checked. So both are put in when the agent connects.
 */
function withPlatformTls(options: ConnectOptions, policy: TlsPolicy): ConnectOptions {
  return { ...options, ...tlsOptions(policy, options.host ?? '') }
}

function tunnel(url: string, policy: TlsPolicy, options: AgentOptions): Agent {
  const agent = new HttpsProxyAgent(url, options)
  const { connectOpts } = agent
  const connect = agent.connect.bind(agent)
  agent.connect = (request, asked) =>
    untilConnected(request, async (signal) => {
      let status = 0
      request.once('proxyConnect', (answer: { readonly statusCode: number }) => {
        status = answer.statusCode
      })
      // Read by the library before it first waits, so that requests do not get each other's.
      agent.connectOpts = { ...connectOpts, signal }
      const socket = await connect(request, withPlatformTls(asked, policy)).catch(rethrow)
      // The library would hand the refusal on as if the platform had answered.
      if (status !== 200) {
        socket.destroy()
        throw refusedTunnel(status)
      }
      return socket
    })
  return agent
}

/** For a platform that is spoken to without encryption: the proxy is asked for the whole URL. */
function forwarding(url: string, options: AgentOptions): Agent {
  const agent = new HttpProxyAgent(url, options)
  const { connectOpts } = agent
  const connect = agent.connect.bind(agent)
  agent.connect = (request, asked) =>
    untilConnected(request, async (signal) => {
      agent.connectOpts = { ...connectOpts, signal }
      const socket = await connect(request, asked).catch(rethrow)
      if (socket instanceof TLSSocket) await once(socket, 'secureConnect').catch(rethrow)
      return socket
    })
  return agent
}

function socks(url: string, policy: TlsPolicy, options: AgentOptions): Agent {
  const agent = new SocksProxyAgent(url, options)
  const connect = agent.connect.bind(agent)
  agent.connect = (request, asked) =>
    untilConnected(request, () => connect(request, withPlatformTls(asked, policy)).catch(rethrow))
  return agent
}

function rethrow(thrown: unknown): never {
  throw failedAtProxy(thrown)
}
