import { startTransition, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { ExportChoices } from '../later-parts.tsx'

/**
 * Saves a certificate as a file; main asks where. Each card has one, and few are ever opened: a menu is made when its button
 * is pressed (bench: ui.firstDatesRatio).
 */
export function ExportMenu({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const { t } = useTranslation('certificates')
  const [isWanted, setWanted] = useState(false)
  const open = () => startTransition(() => setWanted(true))
  return (
    <Suspense>
      {isWanted ? (
        <ExportChoices certificates={certificates} />
      ) : (
        <Button aria-haspopup="menu" aria-expanded={false} onClick={open}>
          {t('export')}
        </Button>
      )}
    </Suspense>
  )
}
