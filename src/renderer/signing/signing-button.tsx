import { useTranslation } from 'react-i18next'
import type { Card, Certificate } from '../../shared/ipc/models.ts'
import { useHolderName } from '../certificates/use-holder-name.ts'
import { Button } from '../components/button.tsx'
import { useSigning } from './signing-store.ts'

interface SigningButtonProps {
  readonly card: Card
  readonly main: Certificate
}

export function SigningButton({ card, main }: SigningButtonProps) {
  const { t } = useTranslation('signing')
  const holderName = useHolderName()
  const open = useSigning((state) => state.open)
  return (
    <Button aria-label={t('openFor', { holder: holderName(main) })} onClick={() => open(card)}>
      {t('open')}
    </Button>
  )
}
