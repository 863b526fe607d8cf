import { join } from 'node:path'
import { isLoopback } from '../../shared/platform/loopback.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { DemoSlot } from '../demo/demo-slot.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { directPolicy } from '../platform/transport/network-policy.ts'
import type { SystemNetwork } from '../platform/transport/system-network.ts'
import type { Question } from '../revocation/answer.ts'
import { askAuthority } from '../revocation/ask-authority.ts'
import { createFetchOctets } from '../revocation/fetch-octets.ts'
import { openKeptAnswers } from '../revocation/kept-answers.ts'
import { createRevocationAnswers } from '../revocation/revocation-answers.ts'
import { networkPolicy } from '../settings/connection-settings.ts'
import { createAnchors, demoAnchors } from './anchors.ts'
import { createTrust, type Trust } from './trust.ts'

/** What of the program's host is needed here. */
export interface TrustHost {
  readonly version: string
  readonly mode: 'demo' | 'real'
  /** Where settings and journals are kept. */
  readonly userData: string
  /** What the system says about proxies, and its own network stack. */
  readonly network: SystemNetwork
  /** Asks for the file of a certificate of an authority; nothing when the user cancels. */
  readonly chooseRootFile: () => Promise<string | undefined>
}

interface TrustParts {
  readonly tokens: () => readonly TokenSnapshot[]
  readonly store: SettingsStore
  readonly demo: DemoSlot
  readonly now: () => Date
  /** What is told of the certificates has changed. */
  readonly changed: () => void
}

/** Joins the parts of this folder for the program: the demonstration trusts its own authority and no other. */
export function openTrust(host: TrustHost, { tokens, store, demo, now, changed }: TrustParts): Trust {
  const isDemo = host.mode === 'demo'
  const anchors = isDemo ? demoAnchors(demo.current) : createAnchors({ store, chooseFile: host.chooseRootFile, now })
  const fetch = createFetchOctets({
    policy: () => (isDemo ? directPolicy : networkPolicy(store.read().connection)),
    system: host.network,
    // The demonstration must not reach anything real.
    isAllowed: ({ hostname }) => !isDemo || isLoopback(hostname),
    userAgent: `CertUserTool/${host.version}`,
  })
  const kept = openKeptAnswers(join(host.userData, ...(isDemo ? ['demo', 'revocation'] : ['revocation'])))
  const ask = (question: Question) => askAuthority(question, { fetch, kept })
  const revocation = createRevocationAnswers({ ask, now, changed })
  return createTrust({ tokens, anchors, revocation, now, changed })
}
