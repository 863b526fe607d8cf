import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { useNavigation } from '../layout/navigation-store.ts'

/** From where something is amiss to the page that looks at everything. */
export function ToEnvironmentButton() {
  const { t } = useTranslation('environment')
  const go = useNavigation((state) => state.go)
  return <Button onClick={() => go('environment')}>{t('open')}</Button>
}
