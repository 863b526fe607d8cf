import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'

const tones: Readonly<Record<SealModel['state'], 'good' | 'warn' | 'bad' | 'none'>> = {
  draft: 'warn',
  'in-review': 'warn',
  approved: 'good',
  rejected: 'bad',
  enabled: 'good',
  disabled: 'none',
  cancelled: 'none',
  expired: 'bad',
}

/** The state in a word; of a refused one the whole reason, never cut. */
export function SealState({ seal }: { readonly seal: SealModel }) {
  const { t } = useTranslation('seals')
  const { state, rejection } = seal
  return (
    <>
      <span className={`tag tag-${tones[state]}`}>{t(`state.${state}`)}</span>
      {state === 'rejected' && rejection !== undefined && (
        <span className="seal-reason">{t('reason', { reason: rejection })}</span>
      )}
    </>
  )
}
