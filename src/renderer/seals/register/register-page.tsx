import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../layout/page-header.tsx'
import { DetailsStep } from './details-step.tsx'
import { PictureStep } from './picture-step.tsx'
import { useSealRegister } from './register-store.ts'

const steps = ['details', 'picture'] as const

/** 注册电子印章, in two steps. */
export function RegisterPage({ onRequirements }: { readonly onRequirements: () => void }) {
  const { t } = useTranslation('seals')
  const step = useSealRegister((store) => store.step)
  return (
    <>
      <PageHeader title={t('register.title')} />
      <ol className="seal-steps" aria-label={t('register.steps.label')}>
        {steps.map((name, at) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            <span className="seal-step-number" aria-hidden="true">
              {at + 1}
            </span>
            {t(`register.steps.${name}`)}
          </li>
        ))}
      </ol>
      {step === 'picture' ? <PictureStep onRequirements={onRequirements} /> : <DetailsStep />}
    </>
  )
}
