import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { isInOrder, mainCertificate, unfinishedRenewal } from '../certificates/card.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { StatusTag } from '../certificates/status-tag.tsx'
import { useHolderName } from '../certificates/use-holder-name.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { Button } from '../components/button.tsx'
import { tokenState } from '../layout/token-state.ts'
import { useRenewals } from './renewal-store.ts'

/** The certificates that can be renewed or repaired now and are not on their way already. */
export function Candidates() {
  const { t } = useTranslation('renewal')
  const renewals = useRenewals((state) => state.renewals)
  const cards = useCertificates((state) => state.overview?.cards)
  const candidates = (cards ?? [])
    .map(mainCertificate)
    .filter((certificate) => certificate !== undefined)
    .filter((certificate) => certificate.action !== 'none' && unfinishedRenewal(renewals, certificate) === undefined)
  return (
    <section className="list-section">
      <h2>{t('list.candidates')}</h2>
      {candidates.length === 0 ? (
        <NoCandidates />
      ) : (
        <ul className="panel list">
          {candidates.map((certificate) => (
            <Candidate key={certificate.id} certificate={certificate} />
          ))}
        </ul>
      )}
    </section>
  )
}

function NoCandidates() {
  const { t } = useTranslation('renewal')
  const { name } = tokenState(useCertificates((state) => state.overview))
  const isPresent = name === 'present' || name === 'several'
  const words = name === 'reading' ? 'list.reading' : isPresent ? 'list.noCandidates' : 'list.noToken'
  return <p className="panel soft">{t(words)}</p>
}

function Candidate({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation(['renewal', 'certificates'])
  const open = useRenewals((state) => state.open)
  const holder = useHolderName()(certificate)
  const action = t(`certificates:action.${certificate.action === 'repair' ? 'repair' : 'renewal'}`)
  return (
    <li className="list-row">
      <div className="list-text">
        <p className="list-holder">
          {holder} <StatusTag status={certificate.status} />
        </p>
        {certificate.notAfter !== undefined && (
          <p className="soft">{t('list.endsAt', { at: localDateTime(new Date(certificate.notAfter)) })}</p>
        )}
      </div>
      <Button
        type={isInOrder(certificate) ? 'default' : 'primary'}
        aria-label={t('certificates:actionFor', { action, holder })}
        onClick={() => open(certificate.id)}
      >
        {action}
      </Button>
    </li>
  )
}
