import { InlineFailure } from '../components/inline-failure.tsx'
import { useSettings, type SettingsPart } from './settings-store.ts'

interface PartResultProps {
  readonly part: SettingsPart
  /** Said once it is saved. */
  readonly saved?: string
}

/** How the last change of this part ended, beside its button. */
export function PartResult({ part, saved }: PartResultProps) {
  const failed = useSettings((state) => state.failure)
  const isSaved = useSettings((state) => state.saved === part)
  return (
    <>
      <InlineFailure id={`${part}-failure`} failure={failed?.part === part ? failed.failure : undefined} />
      {saved !== undefined && (
        <p className="saved" aria-live="polite">
          {isSaved && saved}
        </p>
      )}
    </>
  )
}
