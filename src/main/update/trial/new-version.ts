import { AppError } from '../../app-error.ts'
import { sha512Of } from '../download/hash-of.ts'
import type { Installer } from '../ports.ts'
import { readStartMark, writeStartMark, type StartMark } from './start-mark.ts'

/** A version may fail to start twice, for whatever reason, before its user is asked. */
const mostAttempts = 2

export interface TrialParts {
  /** Of the start mark. */
  readonly path: string
  /** Of the program that is starting. */
  readonly version: string
  readonly installer: Installer | undefined
  /** Asks whether to go back to this version. */
  readonly ask: (previous: string) => Promise<'go-back' | 'try-again'>
  /** Going back did not work; the program goes on starting. */
  readonly tellThatItFailed: (error: unknown) => void
}

/**
 * Counts this start of a version that is new here. When two starts have failed, and the version before is kept and whole,
 * its user may go back. `gone-back`: the program has to end.
 */
export async function tryNewVersion(parts: TrialParts): Promise<'start' | 'gone-back'> {
  const { path, version, installer, ask, tellThatItFailed } = parts
  const mark = await readStartMark(path)
  if (mark?.version !== version || mark.state === 'passed') return 'start'
  const { previous, attempts } = mark
  if (attempts >= mostAttempts && previous !== undefined && installer !== undefined) {
    if ((await ask(previous.version)) === 'go-back') {
      try {
        await goBack(mark, previous, { path, installer })
        return 'gone-back'
      } catch (error) {
        tellThatItFailed(error)
      }
    }
  }
  await writeStartMark(path, { ...mark, state: 'pending', attempts: attempts + 1 })
  return 'start'
}

type Previous = NonNullable<StartMark['previous']>

async function goBack(
  mark: StartMark,
  previous: Previous,
  { path, installer }: { readonly path: string; readonly installer: Installer },
): Promise<void> {
  if ((await sha512Of(previous.path)) !== previous.sha512) throw new AppError('update.corrupt')
  const { install } = await installer.prepare(previous)
  await writeStartMark(path, { ...mark, state: 'going-back' })
  await install()
}

/** The new version has shown its window, and runs. */
export async function passTrial(path: string, version: string): Promise<void> {
  const mark = await readStartMark(path)
  if (mark?.version === version && mark.state !== 'passed') await writeStartMark(path, { ...mark, state: 'passed' })
}
