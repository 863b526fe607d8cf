import { useTranslation } from 'react-i18next'
import type { ChainLink } from '../../shared/ipc/models-trust.ts'
import { localDate } from '../../shared/format/date-time.ts'

/** The authorities above a certificate, the nearest first. */
export function ChainList({ chain }: { readonly chain: readonly ChainLink[] }) {
  const { t } = useTranslation('trust')
  const day = (instant: string) => localDate(new Date(instant))
  return (
    <ol className="chain">
      {chain.map(({ name, notBefore, notAfter, sha256, isAnchor }) => (
        <li key={sha256}>
          {t('chain.link', {
            name: name === '' ? t('chain.unnamed') : name,
            notBefore: day(notBefore),
            notAfter: day(notAfter),
          })}
          {isAnchor && <span className="tag tag-good">{t('chain.anchor')}</span>}
        </li>
      ))}
    </ol>
  )
}
