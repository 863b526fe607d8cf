import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { DemoSlot } from '../demo/demo-slot.ts'
import type { SettingsStore } from '../settings/settings-store.ts'
import { createAnchors, demoAnchors } from './anchors.ts'
import { createTrust, type Trust } from './trust.ts'

/** What of the program's host is needed here. */
interface TrustHost {
  readonly mode: 'demo' | 'real'
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
export function openTrust(
  { mode, chooseRootFile }: TrustHost,
  { tokens, store, demo, now, changed }: TrustParts,
): Trust {
  const anchors =
    mode === 'demo' ? demoAnchors(demo.current) : createAnchors({ store, chooseFile: chooseRootFile, now })
  const revocation = {
    of: () => ({ state: 'not-checked', reason: 'waiting' }) as const,
    ask: () => undefined,
  }
  return createTrust({ tokens, anchors, revocation, now, changed })
}
