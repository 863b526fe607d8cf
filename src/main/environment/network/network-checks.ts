import type { PlatformWay } from '../../platform/platform.ts'
import type { Check } from '../check.ts'
import type { AskService } from './ask-service.ts'
import { createConnectionCheck } from './check-connection.ts'
import { createNameCheck } from './check-name.ts'
import { createProxyCheck } from './check-proxy.ts'
import { createSecurityCheck } from './check-security.ts'
import { createServiceCheck } from './check-service.ts'
import { createLookup, type Lookup } from './lookup.ts'

export interface NetworkParts {
  readonly way: PlatformWay
  readonly ask: AskService
  /** Of this program. */
  readonly version: string
  readonly now: () => Date
  readonly lookup?: Lookup
  /** Gives a signal that aborts after so many ms; AbortSignal.timeout unless told. */
  readonly deadline?: (ms: number) => AbortSignal
}

/** 网络与平台: each layer of the way to the platform, from its name to what it says about itself. Nothing is changed. */
export function createNetworkChecks({
  lookup = createLookup(),
  deadline = AbortSignal.timeout,
  ...given
}: NetworkParts): readonly Check[] {
  const parts = { ...given, lookup, deadline }
  return [
    createNameCheck(parts),
    createConnectionCheck(parts),
    createSecurityCheck(parts),
    createProxyCheck(parts),
    createServiceCheck(parts),
  ]
}
