import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { cardGroups } from '../format/grouped.ts'

type Cell = (certificate: PlatformCertificate) => string

/** The words of the cells; what the platform does not say is 无. */
export function useCells(): Readonly<
  Record<'organisation' | 'creditCode' | 'cardNumber' | 'notBefore' | 'notAfter', Cell>
> {
  const { t } = useTranslation('platform')
  const none = t('certificates.none')
  return {
    organisation: ({ organisation }) => organisation ?? none,
    creditCode: ({ creditCode }) => creditCode ?? none,
    cardNumber: ({ cardNumber }) => (cardNumber === undefined ? none : cardGroups(cardNumber)),
    notBefore: ({ notBefore }) => localDateTime(new Date(notBefore)),
    notAfter: ({ notAfter }) => localDateTime(new Date(notAfter)),
  }
}
