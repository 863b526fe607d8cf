import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { call } from '../desktop.ts'

/** Shows the licences of what is inside an installed program, in their folder. */
export function LicencesButton() {
  const { t } = useTranslation('settings')
  const [hasFailed, setFailed] = useState(false)
  const show = async () => {
    // Whatever went wrong, no folder is there to be looked into.
    const { isShown } = await call('app:show-licences', {}).catch(() => ({ isShown: false }))
    setFailed(!isShown)
  }
  return (
    <>
      <Button onClick={() => void show()}>{t('about.licences')}</Button>
      {hasFailed && (
        <p className="soft" role="status">
          {t('about.licencesFailed')}
        </p>
      )}
    </>
  )
}
