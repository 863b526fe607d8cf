import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { cardGroups } from '../format/grouped.ts'
import { tokenState, type TokenState } from './token-state.ts'

const tones: Readonly<Record<TokenState['name'], 'good' | 'warn' | 'bad' | 'none'>> = {
  reading: 'none',
  noModule: 'warn',
  failed: 'bad',
  absent: 'none',
  unread: 'warn',
  'driver-missing': 'warn',
  'driver-32-bit': 'bad',
  'in-use': 'warn',
  'unknown-key': 'warn',
  present: 'good',
  several: 'good',
}

export function TokenChip() {
  const { t } = useTranslation('layout')
  const state = tokenState(useCertificates((certificates) => certificates.overview))
  return (
    <div className="token-chip" role="status" aria-label={t('token.label')}>
      <span className={`token-dot token-dot-${tones[state.name]}`} aria-hidden="true" />
      <TokenWords state={state} />
    </div>
  )
}

function TokenWords({ state }: { readonly state: TokenState }) {
  const { t } = useTranslation('layout')
  switch (state.name) {
    case 'present':
      return t('token.present', { cardNumber: cardGroups(state.cardNumber) })
    case 'several':
      return t('token.several', { count: state.count })
    case 'reading':
    case 'noModule':
    case 'failed':
    case 'absent':
    case 'unread':
    case 'driver-missing':
    case 'driver-32-bit':
    case 'in-use':
    case 'unknown-key':
      return t(`token.${state.name}`)
    default:
      return assertNever(state)
  }
}
