import { useTranslation } from 'react-i18next'
import type { Card } from '../../shared/ipc/models.ts'
import type { SavedFile } from '../../shared/ipc/models-signing.ts'
import { currentCertificates } from '../certificates/card.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { ChosenFile } from './chosen-file.tsx'
import { KeyPin } from './key-pin.tsx'
import { useSigning } from './signing-store.ts'

/** A file, the PIN, and a signature beside the file. */
export function SignFile({ card }: { readonly card: Card }) {
  const { t } = useTranslation('signing')
  const { content, signature, saved, failure, isBusy, chooseContent, sign } = useSigning()
  const certificate = currentCertificates(card).find(({ usage }) => usage !== 'encryption')
  if (certificate === undefined) return <p className="notice notice-info">{t('sign.byEncryption')}</p>
  if (saved !== undefined) return <Saved saved={saved} />
  return (
    <>
      <p className="soft">{t('sign.lead')}</p>
      <ChosenFile
        name={t('check.content')}
        file={content}
        words={t(content === undefined ? 'sign.choose' : 'sign.other')}
        isBusy={isBusy}
        onChoose={chooseContent}
      />
      {signature !== undefined && <p className="notice notice-info">{t('sign.exists')}</p>}
      {content === undefined ? (
        <InlineFailure id="signing-failure" failure={failure} />
      ) : (
        <KeyPin certificate={certificate} onPin={sign} />
      )}
    </>
  )
}

function Saved({ saved }: { readonly saved: SavedFile }) {
  const { t } = useTranslation('signing')
  const begin = useSigning((state) => state.begin)
  return (
    <>
      <div className={`notice ${saved.saved ? 'notice-good' : 'notice-info'}`} role="status">
        <p className="notice-title">
          {saved.saved ? t('sign.saved', { fileName: saved.fileName ?? '' }) : t('sign.cancelled')}
        </p>
        {saved.saved && <p>{t('sign.checked')}</p>}
      </div>
      <div className="form-actions">
        <Button autoFocus onClick={() => begin('sign')}>
          {t('sign.again')}
        </Button>
      </div>
    </>
  )
}
