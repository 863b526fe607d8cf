import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { UsableByStep } from '../after-renewal/usable-by-step.tsx'
import { Button } from '../components/button.tsx'
import { useNavigation } from '../layout/navigation-store.ts'
import { useSealRegister } from '../seals/register/register-store.ts'

/** What a user meets after a renewal, and when it passes. */
export function NextSteps({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'afterRenewal'])
  return (
    <div className="next-steps">
      <h3>{t('result.next')}</h3>
      <ol>
        <li>{t('result.replug')}</li>
        <li>
          <UsableByStep renewalId={renewal.id} />
        </li>
        <li>
          {t('afterRenewal:result.seal')} <RegisterSealButton cardNumber={renewal.cardNumber} />
        </li>
      </ol>
    </div>
  )
}

function RegisterSealButton({ cardNumber }: Pick<Renewal, 'cardNumber'>) {
  const { t } = useTranslation('afterRenewal')
  const go = useNavigation((state) => state.go)
  const open = useSealRegister((store) => store.open)
  const register = () => {
    open(cardNumber)
    go('seals')
  }
  return (
    <Button size="small" onClick={register}>
      {t('result.register')}
    </Button>
  )
}
