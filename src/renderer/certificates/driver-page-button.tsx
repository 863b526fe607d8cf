import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { call } from '../desktop.ts'

/** Opens the page where the driver of this key can be got, in the user's browser. */
export function DriverPageButton({ driverId }: { readonly driverId: string }) {
  const { t } = useTranslation('certificates')
  const [hasFailed, setFailed] = useState(false)
  const open = async () => {
    // Whatever went wrong, no page is there to be read.
    const { isOpened } = await call('drivers:open-page', { driverId }).catch(() => ({ isOpened: false }))
    setFailed(!isOpened)
  }
  return (
    <>
      <Button type="primary" onClick={() => void open()}>
        {t('cause.openPage')}
      </Button>
      {hasFailed && (
        <p className="soft" role="status">
          {t('cause.pageFailed')}
        </p>
      )}
    </>
  )
}
