import { useTranslation } from 'react-i18next'
import type { Reference } from '../../shared/knowledge/reference.ts'
import { Button } from '../components/button.tsx'
import { useHelpDrawer } from '../help/help-drawer-store.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { useRequirements } from './requirements/requirements-store.ts'

/** The articles that are about what 电子印章 shows. */
const about: readonly Reference[] = ['no-seal-permission', 'seal-image', 'seal-returned']

/** From an article of 帮助中心 to the page that it speaks of. */
export function SealsLink({ reference }: { readonly reference: Reference }) {
  const { t } = useTranslation('seals')
  const go = useNavigation((state) => state.go)
  const closeDrawer = useHelpDrawer((state) => state.close)
  const read = useRequirements((state) => state.open)
  if (!about.includes(reference)) return null
  const leave = () => {
    closeDrawer()
    go('seals')
  }
  const leaveToRead = () => {
    leave()
    read()
  }
  return (
    <p className="help-check">
      {reference === 'seal-image' ? (
        <Button onClick={leaveToRead}>{t('requirements.title')}</Button>
      ) : (
        <Button onClick={leave}>{t('openPage')}</Button>
      )}
    </p>
  )
}
