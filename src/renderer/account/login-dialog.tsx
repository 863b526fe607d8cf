import { useTranslation } from 'react-i18next'
import { FormDialog } from '../components/form-dialog.tsx'
import { useAccount } from './account-store.ts'
import { LoginForm } from './login-form.tsx'

/** Opens when a platform call needs a login, and closes when that is done; the call then goes on by itself. */
export function LoginDialog() {
  const { t } = useTranslation('account')
  const isOpen = useAccount((state) => state.isLoginOpen)
  const close = useAccount((state) => state.closeLogin)
  return (
    <FormDialog title={t('title')} isOpen={isOpen} onClose={close}>
      <LoginForm />
    </FormDialog>
  )
}
