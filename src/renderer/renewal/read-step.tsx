import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useHolderName } from '../certificates/use-holder-name.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { ExperimentalNotice } from './experimental-notice.tsx'
import { GatePanel } from './gate-panel.tsx'
import { useGate } from './gate-store.ts'
import { OpenBidsQuestion, type OpenBids } from './open-bids-question.tsx'
import { ReadFields } from './read-fields.tsx'
import { ReadFooter } from './read-footer.tsx'
import { useRenewals } from './renewal-store.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** 读取证书: what was read from the key, whether a renewal may begin, and what to know before anything is ordered. */
export function ReadStep({ certificateId }: { readonly certificateId: string }) {
  const { t } = useTranslation('renewal')
  const certificate = useCertificates((state) =>
    state.overview?.cards.flatMap(({ certificates }) => certificates).find(({ id }) => id === certificateId),
  )
  const failure = useRenewals((state) => state.failure)
  const asksForOpenBids = useGate((state) => state.gate?.asksForOpenBids === true)
  const [openBids, setOpenBids] = useState<OpenBids>()
  const holderName = useHolderName()
  const isThere = certificate !== undefined
  return (
    <WizardFrame
      kind={kindOf(certificate)}
      holder={isThere ? holderName(certificate) : ''}
      step="read"
      title={t('read.title')}
      footer={<ReadFooter certificateId={certificateId} isThere={isThere} openBids={openBids} />}
    >
      {isThere ? <ReadCertificate certificate={certificate} /> : <Gone />}
      {isThere && asksForOpenBids && <OpenBidsQuestion answer={openBids} onAnswer={setOpenBids} />}
      {isThere && <p className="safe-note">{t('safe')}</p>}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </WizardFrame>
  )
}

function ReadCertificate({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('renewal')
  return (
    <>
      <p className="soft">{t(`read.lead.${kindOf(certificate)}`)}</p>
      <ReadFields certificate={certificate} />
      {certificate.interface === 'skf' && <ExperimentalNotice when="before" />}
      <GatePanel certificateId={certificate.id} />
      <p className="soft">{t('read.needs')}</p>
    </>
  )
}

function Gone() {
  const { t } = useTranslation('renewal')
  return (
    <p className="notice notice-warn" role="alert">
      {t('read.gone')}
    </p>
  )
}

function kindOf(certificate: Certificate | undefined): 'renewal' | 'repair' {
  return certificate?.action === 'repair' ? 'repair' : 'renewal'
}
