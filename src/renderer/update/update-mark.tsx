import { useTranslation } from 'react-i18next'
import { useUpdate } from './update-store.ts'

/** A quiet dot beside 设置; what it means is said to who cannot see it. */
export function UpdateMark() {
  const { t } = useTranslation(['update', 'common'])
  const isNews = useUpdate((state) => state.report?.isNews ?? false)
  if (!isNews) return null
  return (
    <>
      <span className="side-dot" aria-hidden="true" />
      <span className="visually-hidden">
        {t('common:separator')}
        {t('mark')}
      </span>
    </>
  )
}
