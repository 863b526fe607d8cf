import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'

/** Makes a 诊断包, wherever somebody is looking for help. */
export function DiagnosticsButton() {
  const { t } = useTranslation('diagnostics')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('make')}</Button>
      {isOpen && <DiagnosticsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
