import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { encryptionBeside } from '../certificates/card.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useNow } from '../components/use-now.ts'
import { localDateTime } from '../../shared/format/date-time.ts'

/** What became of the encryption certificate; nothing where there was none. */
export function EncryptionResult({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  if (renewal.encryption === 'written') return <p>{t('result.encryptionWritten')}</p>
  return renewal.encryption === 'skipped' ? <SkippedEncryption renewal={renewal} /> : null
}

function SkippedEncryption({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  return (
    <section className="notice notice-warn result-note">
      <h3>{t('result.skippedTitle')}</h3>
      <p>
        {t('result.skipped', { kind: t(`kind.${renewal.kind}`) })}
        <OldEncryption renewal={renewal} />
      </p>
      <p>{t('result.skippedNext')}</p>
    </section>
  )
}

/** Its dates are on the key: without it there is only to say that it was kept. */
function OldEncryption({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const notAfter = useCertificates((state) => encryptionBeside(state.overview, renewal)?.notAfter)
  const now = useNow()
  if (notAfter === undefined) return t('result.oldEncryption.unknown')
  const end = new Date(notAfter)
  return t(`result.oldEncryption.${end < now ? 'expired' : 'valid'}`, { at: localDateTime(end) })
}
