/** What updates need from outside: a package installer, and the program that they are for. */

/** How this copy of the program was installed, as far as it can be replaced by itself. */
export const installationKinds = ['nsis', 'appimage', 'deb', 'rpm'] as const
export type InstallationKind = (typeof installationKinds)[number]

/** A package on this computer. */
export interface PackageFile {
  readonly version: string
  readonly path: string
  /** Base64 of SHA-512. */
  readonly sha512: string
  /** Octets. */
  readonly size: number
}

export interface PreparedInstall {
  /** Puts it in the place of this program, which ends right after; the new one starts by itself. Code update.installFailed. */
  readonly install: () => Promise<void>
}

export interface Installer {
  /**
   * Everything that can be checked before the program ends: the package is the one that was meant, who has signed it
   * (Windows), and that it can be put there. An older one is taken too: what may be installed is decided elsewhere.
   * Codes update.corrupt, update.publisher, update.installFailed.
   */
  readonly prepare: (file: PackageFile) => Promise<PreparedInstall>
}

export interface Installation extends Installer {
  readonly kind: InstallationKind
  /** As `process.arch` has it. */
  readonly cpu: string
  /** Where the program itself is one file that can be kept as it is: the AppImage. */
  readonly ownFile?: string
}

/** What the program gives to its updates. */
export interface UpdateHost {
  /** Undefined where this copy cannot replace itself: run from its sources, unpacked by hand, or on macOS. */
  readonly installation: Installation | undefined
  /** Ed25519, of those who may sign a feed. */
  readonly keys: readonly string[]
  /** The name of the feed for this system and processor. */
  readonly feed: string
  /** Ends the program, unless a token is being written to: then the page asks. */
  readonly leave: () => void
  /** Starts the program again when it has ended. */
  readonly relaunch: () => void
}
