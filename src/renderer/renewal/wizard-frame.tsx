import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RenewalKind } from '../../shared/renewal-steps.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { useRenewals } from './renewal-store.ts'
import { WizardSteps, type StepName } from './wizard-steps.tsx'

interface WizardFrameProps {
  readonly kind: RenewalKind
  readonly holder: string
  readonly step: StepName
  readonly title: string
  readonly side?: ReactNode
  readonly footer: ReactNode
  readonly children: ReactNode
}

/** What all steps share: where we are, the steps, the side panel and the buttons. */
export function WizardFrame(props: WizardFrameProps) {
  const { t } = useTranslation('renewal')
  return (
    <>
      <PageHeader title={t(`title.${props.kind}`)} breadcrumb={<Breadcrumb holder={props.holder} />} />
      <WizardSteps kind={props.kind} current={props.step} />
      <section className={props.side === undefined ? 'panel wizard-body' : 'panel wizard-body wizard-body-side'}>
        <div className="wizard-main">
          <StepTitle key={props.step}>{props.title}</StepTitle>
          {props.children}
        </div>
        {props.side}
      </section>
      <footer className="wizard-footer">{props.footer}</footer>
    </>
  )
}

/** Takes the focus when its step begins: a keyboard or screen reader user is where the new content is. */
function StepTitle({ children }: { readonly children: string }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <h2 ref={ref} tabIndex={-1} className="wizard-title">
      {children}
    </h2>
  )
}

function Breadcrumb({ holder }: { readonly holder: string }) {
  const { t } = useTranslation(['renewal', 'layout'])
  const close = useRenewals((state) => state.close)
  return (
    <nav className="breadcrumb" aria-label={t('breadcrumb')}>
      <button type="button" className="breadcrumb-link" onClick={close}>
        {t('layout:pages.renewal')}
      </button>
      <span aria-hidden="true">/</span>
      <span className="breadcrumb-holder" title={holder}>
        {holder}
      </span>
    </nav>
  )
}
