import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { EmptyPanel } from './empty-panel.tsx'
import { useLogInFor } from './use-log-in-for.ts'

interface LoginInvitationProps {
  readonly about: 'certificates' | 'orders' | 'seals'
  readonly onLoggedIn: () => Promise<void>
}

export function LoginInvitation({ about, onLoggedIn }: LoginInvitationProps) {
  const { t } = useTranslation(['platform', 'seals', 'common'])
  const logIn = useLogInFor(onLoggedIn)
  const words =
    about === 'seals'
      ? { title: t('seals:login.title'), text: t('seals:login.text') }
      : { title: t(`list.login.${about}.title`), text: t(`list.login.${about}.text`) }
  return (
    <EmptyPanel {...words}>
      <Button type="primary" onClick={() => void logIn()}>
        {t('common:logIn')}
      </Button>
    </EmptyPanel>
  )
}
