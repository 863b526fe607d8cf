import type { SeenProcess } from './running-system.ts'

/** What may be done to another program: ask it, and see. There is no way to end it by force, on purpose. */
export interface ProcessControl {
  /** Asks it to end, as closing its window would; it may ask its user, or stay. Never rejects. */
  askToEnd(process: SeenProcess): Promise<void>
  /** False: it has ended. True may be said of another one that got its number, where the system tells starts slowly only. */
  isRunning(process: SeenProcess): Promise<boolean>
}
