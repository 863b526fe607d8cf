import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { useCertificates } from './certificates-store.ts'

export function RecheckButton() {
  const { t } = useTranslation()
  const isRefreshing = useCertificates((state) => state.isRefreshing)
  const refresh = useCertificates((state) => state.refresh)
  return (
    <Button loading={isRefreshing} onClick={() => void refresh()}>
      {t(isRefreshing ? 'rechecking' : 'recheck')}
    </Button>
  )
}
