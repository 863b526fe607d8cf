/** For tests: all rows of 网络与平台 for a platform, as one line each. */
import type { Finding } from '../../../../shared/ipc/models-environment.ts'
import { createPlatform } from '../../../platform/platform.ts'
import { directPolicy, type NetworkPolicy } from '../../../platform/transport/network-policy.ts'
import type { SystemNetwork } from '../../../platform/transport/system-network.ts'
import { createAskService } from '../ask-service.ts'
import type { Lookup } from '../lookup.ts'
import { createNetworkChecks } from '../network-checks.ts'

export interface Surroundings {
  /** The configured address; none unless told. */
  readonly address?: string
  readonly policy?: Partial<NetworkPolicy>
  /** What the system says about proxies; a function may fail or never answer. */
  readonly system?: string | (() => Promise<string>)
  readonly fetch?: typeof globalThis.fetch
  readonly lookup?: Lookup
  readonly deadline?: (ms: number) => AbortSignal
  /** Of the calls of the platform. */
  readonly callDeadline?: (ms: number) => AbortSignal
  readonly version?: string
}

export interface Row extends Finding {
  readonly name: string
}

/** Runs the checks at the same time, as 环境检测 does. */
export async function look(surroundings: Surroundings): Promise<readonly Row[]> {
  const { address, policy, system = 'DIRECT', fetch, lookup, deadline, callDeadline, version = '1.0.0' } = surroundings
  const network: SystemNetwork = {
    resolveProxy: typeof system === 'string' ? () => Promise.resolve(system) : system,
    fetch: () => fetch ?? (() => Promise.reject(new Error('not asked for'))),
  }
  const connection = createPlatform({
    baseUrl: () => address,
    userAgent: 'test',
    policy: () => ({ ...directPolicy, ...policy }),
    system: network,
    ...(callDeadline === undefined ? {} : { deadline: callDeadline }),
  })
  const checks = createNetworkChecks({
    ...{ way: connection.way, ask: createAskService(connection), version, now: connection.clock.now },
    ...(lookup === undefined ? {} : { lookup }),
    ...(deadline === undefined ? {} : { deadline }),
  })
  const found = await Promise.all(
    checks.map(async ({ name, run }) => (await run(new AbortController().signal)).map((row) => ({ name, ...row }))),
  )
  return found.flat()
}

/** `proxy blocked platform.proxy auth`; what is in order, or not applicable, with its form. */
export function inWords(rows: readonly Row[]): readonly string[] {
  return rows.map(({ name, state, failure, facts }) => {
    const why = failure?.details?.['tls'] ?? failure?.details?.['reason'] ?? facts?.['form']
    return [name, state, failure?.code, why].filter((word) => word !== undefined).join(' ')
  })
}
