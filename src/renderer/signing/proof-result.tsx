import { useTranslation } from 'react-i18next'
import type { ProofModel } from '../../shared/ipc/models-signing.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Fields } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups } from '../format/grouped.ts'

/** What was tried with the key, with what, when, and how it went. */
export function ProofResult({ proof }: { readonly proof: ProofModel }) {
  const { t } = useTranslation('signing')
  const { kind, certificate, failure, period } = proof
  const range = {
    from: localDateTime(new Date(certificate.notBefore)),
    to: localDateTime(new Date(certificate.notAfter)),
  }
  const fields = [
    { name: t('fields.holder'), value: certificate.holder },
    { name: t('fields.serial'), value: serialGroups(certificate.serialNumber) },
    { name: t('fields.keyAlgorithm'), value: certificate.algorithm },
    { name: t('fields.dates'), value: t('fields.range', range) },
    { name: t('fields.at'), value: localDateTime(new Date(proof.at)) },
  ]
  return (
    <div className="form" role="status">
      {failure === undefined ? (
        <p className="notice notice-good notice-title">{t(`prove.success.${kind}`)}</p>
      ) : (
        <FailureNotice failure={failure} />
      )}
      {period === 'after' && <p className="notice notice-warn">{t('prove.expired')}</p>}
      {period === 'before' && <p className="notice notice-warn">{t('prove.future')}</p>}
      <Fields fields={fields} />
      <details className="signed-text">
        <summary>{t(kind === 'signature' ? 'prove.what' : 'prove.encrypted')}</summary>
        <pre>{proof.text}</pre>
      </details>
    </div>
  )
}
