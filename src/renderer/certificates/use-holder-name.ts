import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'

/** How a certificate is called on screen, also when it names nobody. */
export function useHolderName(): (certificate: Certificate) => string {
  const { t } = useTranslation('certificates')
  return ({ holder, label, status }) => {
    if (holder.trim() !== '') return holder
    const words = t(status === 'unreadable' ? 'unreadableItem' : 'unnamed')
    return label.trim() === '' ? words : t('labelled', { words, label })
  }
}
