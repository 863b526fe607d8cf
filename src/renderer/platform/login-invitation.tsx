import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyPanel } from './empty-panel.tsx'
import { useLogInFor } from './use-log-in-for.ts'

interface LoginInvitationProps {
  readonly about: 'certificates' | 'orders'
  readonly onLoggedIn: () => Promise<void>
}

export function LoginInvitation({ about, onLoggedIn }: LoginInvitationProps) {
  const { t } = useTranslation(['platform', 'common'])
  const logIn = useLogInFor(onLoggedIn)
  return (
    <EmptyPanel title={t(`list.login.${about}.title`)} text={t(`list.login.${about}.text`)}>
      <Button type="primary" onClick={() => void logIn()}>
        {t('common:logIn')}
      </Button>
    </EmptyPanel>
  )
}
