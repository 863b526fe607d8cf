import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { InlineFailure } from '../components/inline-failure.tsx'
import { cardGroups } from '../format/grouped.ts'
import { isPinFailure } from '../renewal/pin-failure.ts'
import { PinForm } from '../renewal/pin-form.tsx'
import { useSigning } from './signing-store.ts'

interface KeyPinProps {
  readonly certificate: Certificate
  readonly onPin: (certificateId: string, pin: string) => Promise<void>
}

/** The PIN of the key that holds this certificate, for one use of it. */
export function KeyPin({ certificate, onPin }: KeyPinProps) {
  const { t } = useTranslation(['signing', 'renewal'])
  const failure = useSigning((state) => state.failure)
  const close = useSigning((state) => state.close)
  const token = useCertificates((state) =>
    state.overview?.tokens.find((candidate) => isKnownAs(candidate, certificate.tokenSerialNumber)),
  )
  if (token === undefined) return <p className="notice notice-warn">{t('tokenAbsent')}</p>
  const isOfPin = failure !== undefined && isPinFailure(failure)
  const action = {
    isAsking: true,
    failure: isOfPin ? failure : undefined,
    begin: () => Promise.resolve(),
    submit: (pin: string) => onPin(certificate.id, pin),
    close,
  }
  return (
    <>
      <p className="pin-token">{t('renewal:pin.token', { cardNumber: cardGroups(token.cardNumber) })}</p>
      {failure !== undefined && !isOfPin && <InlineFailure id="signing-failure" failure={failure} />}
      <PinForm token={token} action={action} />
    </>
  )
}
