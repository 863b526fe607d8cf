import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { localDateTime } from '../../../shared/format/date-time.ts'
import { cardGroups } from '../../format/grouped.ts'

type Word = (seal: SealModel) => string

/** The words of the cells; what the platform does not say is 无. */
export function useSealWords(): Readonly<
  Record<'type' | 'cardNumber' | 'organisation' | 'department' | 'applicant' | 'createdAt', Word>
> {
  const { t } = useTranslation('seals')
  const none = t('none')
  return {
    type: ({ type }) => t(`type.${type}`),
    cardNumber: ({ cardNumber }) => (cardNumber === undefined ? none : cardGroups(cardNumber)),
    organisation: ({ organisation }) => organisation ?? none,
    department: ({ department }) => department ?? none,
    applicant: ({ applicant }) => applicant ?? none,
    createdAt: ({ createdAt }) => localDateTime(new Date(createdAt)),
  }
}
