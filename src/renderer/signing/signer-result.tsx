import { useTranslation } from 'react-i18next'
import type { SignerModel } from '../../shared/ipc/models-signing.ts'
import { Fields } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups } from '../format/grouped.ts'

interface SignerResultProps {
  readonly signer: SignerModel
  readonly index: number
  readonly total: number
}

const tones: Readonly<Record<SignerModel['outcome'], 'good' | 'bad' | 'warn'>> = {
  intact: 'good',
  'content-changed': 'bad',
  'signature-wrong': 'bad',
  'other-certificate': 'bad',
  'no-certificate': 'warn',
  unsupported: 'warn',
}

/** What was found about one signature, and what was not looked at. */
export function SignerResult({ signer, index, total }: SignerResultProps) {
  const { t } = useTranslation('signing')
  const fields = useSignerFields()
  const { outcome, isWeak, maySign } = signer
  return (
    <section className="form" aria-label={t('check.several', { index, total })}>
      {total > 1 && <h3>{t('check.several', { index, total })}</h3>}
      <div className={`notice notice-${tones[outcome]}`}>
        <p className="notice-title">{t(`check.outcome.${outcome}`)}</p>
        <p>{t(`check.meaning.${outcome}`)}</p>
      </div>
      {isWeak && <p className="notice notice-warn">{t('check.weak')}</p>}
      {maySign === false && <p className="notice notice-warn">{t('check.mayNotSign')}</p>}
      <Fields fields={fields(signer)} />
    </section>
  )
}

function useSignerFields() {
  const { t } = useTranslation('signing')
  return ({ certificate, claimedAt, period, trust, algorithm }: SignerModel) => {
    const claimed = claimedAt === undefined ? t('check.noTime') : localDateTime(new Date(claimedAt))
    const periodName = t(claimedAt === undefined ? 'check.periodNow' : 'check.period')
    return [
      ...(certificate === undefined
        ? []
        : [
            { name: t('check.signer'), value: certificate.holder },
            { name: t('check.issuer'), value: certificate.issuer },
            { name: t('check.trust'), value: t(`check.trusts.${trust}`) },
            { name: t('fields.serial'), value: serialGroups(certificate.serialNumber) },
          ]),
      { name: t('check.claimedAt'), value: claimed },
      ...(period === undefined ? [] : [{ name: periodName, value: t(`check.periods.${period}`) }]),
      { name: t('fields.algorithm'), value: algorithm },
    ]
  }
}
