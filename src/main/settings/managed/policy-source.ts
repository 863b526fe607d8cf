import type { PolicySourceKind } from '../../../shared/ipc/models-managed.ts'

/** A place where an administrator may have left settings for everybody on this computer. */
export interface PolicySource {
  readonly kind: PolicySourceKind
  /** As an administrator knows it. */
  readonly place: string
  /**
   * What stands there, not checked yet; nothing where there is none. Codes settings.policyUnprotected,
   * settings.policyUnreadable.
   */
  readonly read: () => Promise<unknown>
  /** A file that is named there, seen from there; it has to be as safe as the place itself. */
  readonly readFile: (path: string) => Promise<Uint8Array>
}
