import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { Button } from '../components/button.tsx'
import { EndProgramDialog } from './end-program-dialog.tsx'
import { QuitGuide } from './quit-guide.tsx'

interface ConflictActionsProps {
  /** A row of 冲突程序 that is about a program. */
  readonly finding: Finding
  readonly isEnding: boolean
  readonly failure: Failure | undefined
  /** Asks the program to end; the row goes when that succeeds. */
  readonly onEnd: () => void
  readonly onRecheck: () => void
}

/** What can be done about a program: ask it to end where that is possible, and how the user ends it in any case. */
export function ConflictActions({ finding, isEnding, failure, onEnd, onRecheck }: ConflictActionsProps) {
  const { t } = useTranslation('conflicts')
  const [open, setOpen] = useState<'guide' | 'end' | undefined>()
  const close = () => setOpen(undefined)
  const { subject = '', fix } = finding
  const recheck = () => {
    close()
    onRecheck()
  }
  return (
    <>
      {fix === 'end-program' && (
        <Button
          size="small"
          loading={isEnding}
          aria-label={t('end.openOf', { subject })}
          onClick={() => setOpen('end')}
        >
          {t('end.open')}
        </Button>
      )}
      <button
        type="button"
        className="link"
        aria-label={t('guide.openOf', { subject })}
        onClick={() => setOpen('guide')}
      >
        {t('guide.open')}
      </button>
      <QuitGuide finding={finding} isOpen={open === 'guide'} onRecheck={recheck} onClose={close} />
      <EndProgramDialog {...{ finding, isEnding, failure, onEnd }} isOpen={open === 'end'} onClose={close} />
    </>
  )
}
