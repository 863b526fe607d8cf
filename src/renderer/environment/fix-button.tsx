import { useTranslation } from 'react-i18next'
import type { CheckName } from '../../shared/environment/check-names.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { Button } from '../components/button.tsx'
import { useNavigation } from '../layout/navigation-store.ts'
import { useEnvironment } from './environment-store.ts'

interface FixButtonProps {
  readonly name: CheckName
  readonly finding: Finding
  /** As the row is called, for whoever hears only the button. */
  readonly title: string
}

/** 修复: what the program can do about a row. A program is not ended from here: that is asked about first. */
export function FixButton({ name, finding: { fix, subject }, title }: FixButtonProps) {
  const { t } = useTranslation('environment')
  const mend = useEnvironment((state) => state.fix)
  const go = useNavigation((state) => state.go)
  const fixing = useEnvironment((state) => state.fixing)
  if (fix === undefined || fix === 'end-program') return null
  const isFixing = fixing?.name === name && fixing.subject === subject && fixing.fix === fix
  const start = () => {
    if (fix === 'open-settings') go('settings')
    else void mend({ name, fix, ...(subject === undefined ? {} : { subject }) })
  }
  return (
    <Button
      size="small"
      loading={isFixing}
      disabled={fixing !== undefined && !isFixing}
      aria-label={t('fix.of', { name: title, fix: t(`fix.${fix}`) })}
      onClick={start}
    >
      {t(`fix.${fix}`)}
    </Button>
  )
}
