/** What somebody asks for who wants to see through a camera. */
export interface CameraQuestion {
  /** Of the program's one window, not of another one or of none. */
  readonly isOurWindow: boolean
  readonly isMainFrame: boolean
  /** Of our own page: every address that the question names. */
  readonly isOurOrigin: boolean
  /** What is wanted; empty where it is not told. */
  readonly media: readonly string[]
}

/** Whether the page may open a camera now. Nothing of the system is in here. */
export interface CameraLease {
  /**
   * The page has said that it wants the camera. Answers with what grants it, so that something can be asked in between:
   * false where it was withdrawn meanwhile, and nothing is granted.
   */
  prepare(): () => boolean
  /** The page has no use for it any more. */
  giveBack(): void
  /** The page must not have it any more: it is hidden, loaded anew, or gone. */
  withdraw(): void
  allows(question: CameraQuestion): boolean
}

interface LeaseParts {
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number
  /** Told when what the page wanted is withdrawn, so that it stops the picture. */
  readonly onWithdrawn: () => void
}

/** Long enough for a camera to start and for a second one to be tried; a lease that was forgotten ends by itself. */
export const cameraLeaseMs = 60_000

/**
 * SECURITY(5): a camera may be opened by our own page in our own window, for pictures and never for sound, and only while
 * the user has 拍照 open.
 */
export function createCameraLease({ now, onWithdrawn }: LeaseParts): CameraLease {
  let grantedAt: number | undefined
  let isWanted = false
  let endings = 0
  const end = () => {
    endings += 1
    grantedAt = undefined
    isWanted = false
  }
  return {
    prepare: () => {
      const before = endings
      isWanted = true
      return () => {
        if (before !== endings) return false
        grantedAt = now()
        return true
      }
    },
    giveBack: end,
    withdraw: () => {
      const wasWanted = isWanted
      end()
      if (wasWanted) onWithdrawn()
    },
    allows: ({ isOurWindow, isMainFrame, isOurOrigin, media }) =>
      grantedAt !== undefined &&
      now() - grantedAt <= cameraLeaseMs &&
      isOurWindow &&
      isMainFrame &&
      isOurOrigin &&
      media.length > 0 &&
      media.every((one) => one === 'video'),
  }
}
