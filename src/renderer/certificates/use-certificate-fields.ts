import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import type { Field } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups } from '../format/grouped.ts'
import { useHolderName } from './use-holder-name.ts'
import { useKeyUsage } from './use-key-usage.ts'
import { useTrustWords } from './use-trust-words.ts'

/** Names and values of everything known about a certificate; what it does not say is left out. */
export function useCertificateFields(): (certificate: Certificate) => readonly Field[] {
  const { t } = useTranslation('certificates')
  const person = useHolderFields()
  const keyUsage = useKeyUsage()
  const trustFields = useTrustFields()
  const moment = (instant: string | undefined) =>
    instant === undefined ? t('unknownDate') : localDateTime(new Date(instant))
  return (certificate) =>
    filled([
      ...person(certificate),
      [t('notBefore'), moment(certificate.notBefore)],
      [t('notAfter'), moment(certificate.notAfter)],
      [t('drawer.issuer'), certificate.issuer],
      ...trustFields(certificate),
      [t('drawer.serial'), serialGroups(certificate.serialNumber)],
      [t('drawer.keyUsage'), keyUsage(certificate.keyUsage)],
      [t('drawer.algorithm'), certificate.algorithm],
      [t('drawer.curve'), certificate.curve],
      [t('drawer.signatureAlgorithm'), certificate.signatureAlgorithm],
      [t('drawer.privateKey'), t(`key.${certificate.key}`)],
      [t('drawer.label'), certificate.label],
      [t('drawer.interface'), certificate.interface && t(`interface.${certificate.interface}`)],
      [t('drawer.fingerprint'), serialGroups(certificate.sha256)],
      [t('drawer.subject'), nameText(certificate.subject)],
      [t('drawer.issuerName'), nameText(certificate.issuerName)],
    ])
}

type Pair = readonly [string, string | undefined]

function useTrustFields(): (certificate: Certificate) => readonly Pair[] {
  const { t } = useTranslation('trust')
  const words = useTrustWords()
  return ({ trust }) =>
    trust === undefined
      ? []
      : [
          [t('issuer.label'), words.issuer(trust)],
          [t('revocation.label'), words.revocation(trust.revocation)],
        ]
}

function useHolderFields(): (certificate: Certificate) => readonly Pair[] {
  const { t } = useTranslation('certificates')
  const holderName = useHolderName()
  return (certificate) => [
    [t('drawer.holder'), holderName(certificate)],
    [t('drawer.status'), t(`status.${certificate.status}`)],
    [t('drawer.kind'), t(`kind.${certificate.holderKind}`)],
    [t('drawer.organisation'), certificate.organisation],
    [t('drawer.creditCode'), certificate.creditCode],
    [t('drawer.personalId'), certificate.maskedPersonalId],
  ]
}

function filled(pairs: readonly Pair[]): readonly Field[] {
  return pairs.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]))
}

/** As in certificate viewers: CN=…, O=… */
function nameText(fields: Certificate['subject']): string {
  return fields.map(({ name, value }) => `${name}=${value}`).join(', ')
}
