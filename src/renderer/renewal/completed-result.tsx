import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { useSentences } from '../i18n/use-sentences.ts'
import { CheckIcon } from '../components/icons.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { useDuration } from '../format/use-duration.ts'
import { DatesPanel } from './dates-panel.tsx'
import { EncryptionResult } from './encryption-result.tsx'
import { ExperimentalNotice } from './experimental-notice.tsx'
import { NextSteps } from './next-steps.tsx'

/** Old and new dates side by side, what was proved, and what comes next. */
export function CompletedResult({ renewal }: { readonly renewal: Renewal }) {
  return (
    <>
      <span className="result-mark">
        <CheckIcon size={22} />
      </span>
      <ResultSentence renewal={renewal} />
      <ResultDates renewal={renewal} />
      <EncryptionResult renewal={renewal} />
      {renewal.isExperimental === true && <ExperimentalNotice when="after" />}
      <NextSteps renewal={renewal} />
    </>
  )
}

/** Says that the certificate was proved only with the time when it was. */
function ResultSentence({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const duration = useDuration()
  const { provedAt, startedAt, finishedAt } = renewal
  const sentences = useSentences()
  const tookMs = finishedAt === undefined ? undefined : Date.parse(finishedAt) - Date.parse(startedAt)
  return (
    <p className="soft result-sentence">
      {sentences(
        provedAt === undefined ? t('result.notProved') : t('result.proved', { at: localDateTime(new Date(provedAt)) }),
        t(`result.${oldPairWord(renewal)}`),
        tookMs === undefined ? '' : t('result.took', { duration: duration(tookMs) }),
      )}
    </p>
  )
}

function oldPairWord({ oldPairRemoved, oldPairKept }: Renewal) {
  if (oldPairRemoved) return 'oldRemoved'
  return oldPairKept === 'holds-encryption-key' ? 'oldKeptForEncryption' : 'oldKept'
}

/** Of a pair each panel says which certificate it is about. */
function ResultDates({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const { kind, encryption, old, new: newSigning, newEncryption } = renewal
  const isWritten = encryption === 'written' && newEncryption !== undefined
  const titled = (title: string, usage: 'signing' | 'encryption') =>
    encryption === 'none' ? title : t('result.ofUsage', { title, usage: t(`result.${usage}`) })
  const after = t(`result.after.${kind}`)
  return (
    <div className="result-dates">
      <DatesPanel title={titled(t(`result.before.${kind}`), 'signing')} dates={old} />
      {newSigning !== undefined && <DatesPanel title={titled(after, 'signing')} dates={newSigning} isNew />}
      {isWritten && <DatesPanel title={titled(after, 'encryption')} dates={newEncryption} isNew />}
    </div>
  )
}
