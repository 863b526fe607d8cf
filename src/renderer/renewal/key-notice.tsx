import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { RecheckButton } from '../certificates/recheck-button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { cardGroups } from '../format/grouped.ts'
import { KeyPicture } from './key-picture.tsx'
import { safetyOf } from './safety.ts'
import type { KeyWatch } from './use-key-watch.ts'
import './key.css'

const nothing = [] as const

interface KeyNoticeProps {
  readonly renewal: Renewal
  readonly watch: Exclude<KeyWatch, 'here'>
}

/** Which key belongs here, that nothing is lost, and that it may go on once it is back. */
export function KeyNotice({ renewal, watch }: KeyNoticeProps) {
  switch (watch) {
    case 'driver':
      return <NoDriver renewal={renewal} />
    case 'returned':
      return <Returned renewal={renewal} />
    case 'absent':
    case 'other':
      return <Missing renewal={renewal} watch={watch} />
    default:
      return assertNever(watch)
  }
}

function Missing({ renewal, watch }: { readonly renewal: Renewal; readonly watch: 'absent' | 'other' }) {
  const { t } = useTranslation(['renewal', 'common'])
  const cardNumber = cardGroups(renewal.cardNumber)
  const tokens = useCertificates((state) => state.overview?.tokens) ?? nothing
  const found = tokens.map((token) => cardGroups(token.cardNumber)).join(t('common:list'))
  return (
    <div className="key-notice" role="alert">
      <KeyPicture watch={watch} />
      <div className="key-words">
        <h3>{t(`key.${watch}`)}</h3>
        {watch === 'absent' && <p className="key-card">{t('key.cardNumber', { cardNumber })}</p>}
        <p>{watch === 'other' ? t('key.otherText', { found, cardNumber }) : t('key.absentText')}</p>
        <p>{t(`safety.${safetyOf(renewal.state)}`)}</p>
        <RecheckButton />
      </div>
    </div>
  )
}

function Returned({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  return (
    <div className="key-notice" role="status">
      <KeyPicture watch="returned" />
      <div className="key-words">
        <h3>{t('key.returned')}</h3>
        <p className="key-card">{t('key.cardNumber', { cardNumber: cardGroups(renewal.cardNumber) })}</p>
        <p>
          {t('key.returnedText')}
          {renewal.needsPin && t('execute.needsPin')}
        </p>
        <p>{t(`safety.${safetyOf(renewal.state)}`)}</p>
      </div>
    </div>
  )
}

/** Whether the key is plugged in cannot be said without a driver. */
function NoDriver({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const modules = useCertificates((state) => state.overview?.modules) ?? nothing
  const failure = modules.find((module) => module.failure !== undefined)?.failure ?? { code: 'token.noModule' as const }
  return (
    <>
      <FailureNotice failure={failure}>
        <RecheckButton />
      </FailureNotice>
      <p className="safe-note">{t(`safety.${safetyOf(renewal.state)}`)}</p>
    </>
  )
}
