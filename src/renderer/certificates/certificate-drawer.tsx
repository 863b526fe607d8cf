import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Card, Token } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { historicalUsage } from './card.ts'
import { Fields } from '../components/fields.tsx'
import { cardGroups } from '../format/grouped.ts'
import { ChainList } from './chain-list.tsx'
import { useCertificateFields } from './use-certificate-fields.ts'

interface CertificateDrawerProps {
  /** Closed without one. */
  readonly card: Card | undefined
  readonly tokens: readonly Token[]
  readonly onClose: () => void
}

/** Every field of every certificate of a card, as text that can be selected. */
export function CertificateDrawer({ card, tokens, onClose }: CertificateDrawerProps) {
  const { t } = useTranslation('certificates')
  const token = tokens.find((candidate) => isKnownAs(candidate, card?.tokenSerialNumber))
  return (
    <Drawer
      title={t('drawer.title')}
      open={card !== undefined}
      onClose={onClose}
      size="min(32.5rem, 100vw)"
      destroyOnHidden
    >
      {card !== undefined && <CardDetails card={card} token={token} />}
    </Drawer>
  )
}

interface CardDetailsProps {
  readonly card: Card
  readonly token: Token | undefined
}

function CardDetails({ card, token }: CardDetailsProps) {
  const { t } = useTranslation('certificates')
  const { t: trustWord } = useTranslation('trust')
  const fieldsOf = useCertificateFields()
  return (
    <div className="details" tabIndex={0}>
      {card.certificates.map((certificate) => (
        <section key={certificate.id}>
          <h3>{certificate.isHistorical ? t(historicalUsage(certificate)) : t(`usage.${certificate.usage}`)}</h3>
          <Fields fields={fieldsOf(certificate)} className="details-fields" />
          {certificate.trust !== undefined && certificate.trust.chain.length > 0 && (
            <>
              <h4>{trustWord('chain.label')}</h4>
              <ChainList chain={certificate.trust.chain} />
            </>
          )}
        </section>
      ))}
      {token !== undefined && <TokenDetails token={token} />}
    </div>
  )
}

function TokenDetails({ token }: { readonly token: Token }) {
  const { t } = useTranslation('certificates')
  const fields = [
    { name: t('drawer.cardNumber'), value: cardGroups(token.cardNumber) },
    { name: t('drawer.tokenLabel'), value: token.label },
    { name: t('drawer.model'), value: token.model },
    { name: t('drawer.tokenSerial'), value: token.serialNumber },
  ]
  return (
    <section>
      <h3>{t('drawer.token')}</h3>
      <Fields fields={fields.filter(({ value }) => value !== '')} className="details-fields" />
    </section>
  )
}
