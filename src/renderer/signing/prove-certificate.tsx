import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Certificate } from '../../shared/ipc/models.ts'
import { currentCertificates, mainCertificate } from '../certificates/card.ts'
import { Button } from '../components/button.tsx'
import { KeyPin } from './key-pin.tsx'
import { ProofResult } from './proof-result.tsx'
import { useSigning } from './signing-store.ts'

/** Tries the key of one of the card's certificates. */
export function ProveCertificate({ card }: { readonly card: Card }) {
  const { t } = useTranslation('signing')
  const { proof, prove, begin } = useSigning()
  const [chosenId, setChosenId] = useState(mainCertificate(card)?.id)
  const current = currentCertificates(card)
  const chosen = current.find(({ id }) => id === chosenId) ?? current[0]
  if (chosen === undefined) return null
  if (proof !== undefined) {
    return (
      <>
        <ProofResult proof={proof} />
        <div className="form-actions">
          <Button autoFocus onClick={() => begin('prove')}>
            {t('prove.again')}
          </Button>
        </div>
      </>
    )
  }
  return (
    <>
      <p className="soft">{t(chosen.usage === 'encryption' ? 'prove.leadDecryption' : 'prove.lead')}</p>
      {current.length > 1 && <Choice certificates={current} chosenId={chosen.id} onChoose={setChosenId} />}
      <KeyPin certificate={chosen} onPin={prove} />
    </>
  )
}

interface ChoiceProps {
  readonly certificates: readonly Certificate[]
  readonly chosenId: string
  readonly onChoose: (certificateId: string) => void
}

function Choice({ certificates, chosenId, onChoose }: ChoiceProps) {
  const { t } = useTranslation('signing')
  return (
    <fieldset className="signing-choice">
      <legend className="label">{t('prove.which')}</legend>
      {certificates.map(({ id, usage }) => (
        <label key={id} className="choice">
          <input type="radio" name="certificate" checked={id === chosenId} onChange={() => onChoose(id)} />
          {t(`usage.${usage}`)}
        </label>
      ))}
    </fieldset>
  )
}
