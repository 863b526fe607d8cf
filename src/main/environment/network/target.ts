import { isIP } from 'node:net'
import { isLoopback } from '../../../shared/platform/loopback.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { PlatformWay } from '../../platform/platform.ts'
import { notApplicable, outOfOrder } from '../finding.ts'

/** Where the calls of the platform go. */
export interface Target {
  /** As every call has it. */
  readonly baseUrl: string
  /** IPv6 without brackets. */
  readonly host: string
  readonly port: number
  /** https */
  readonly isSecure: boolean
  /** A number needs no name server. */
  readonly isNumeric: boolean
  /** This very computer. */
  readonly isHere: boolean
}

/** What a look over several layers may take, in ms: the dial, or a short dial and the question. */
export const longestLookMs = 9000

function targetAt(baseUrl: string): Target {
  const { protocol, hostname, port } = new URL(baseUrl)
  const isSecure = protocol === 'https:'
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    ...{ baseUrl, host, isSecure, isNumeric: isIP(host) !== 0, isHere: isLoopback(hostname) },
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
  }
}

/**
 * One layer of the way to the platform, where there is an address and our own connections are used. Without an address
 * only the row of the platform itself says so; the system's network stack shows nothing of its layers.
 */
export async function lookAtLayer(
  way: PlatformWay,
  look: (target: Target) => Promise<Finding>,
): Promise<readonly Finding[]> {
  const target = configured(way)
  if (target === undefined) return [notApplicable('no-address')]
  if (way.policy().useSystemNetwork) return [outOfOrder('unknown', { code: 'environment.notSeparable' })]
  return [await look(target)]
}

/** Where the way has layers that can be looked at one by one. */
export function layeredTarget(way: PlatformWay): Target | undefined {
  return way.policy().useSystemNetwork ? undefined : configured(way)
}

function configured({ baseUrl }: PlatformWay): Target | undefined {
  try {
    return targetAt(baseUrl())
  } catch {
    return undefined
  }
}
