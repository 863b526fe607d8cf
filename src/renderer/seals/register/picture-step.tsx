import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { CaptureButton } from '../capture/capture-button.tsx'
import { FindingList } from './finding-list.tsx'
import { MarkedPicture } from './marked-picture.tsx'
import { typeOf, useSealRegister } from './register-store.ts'
import { isSendable } from './seal-file.ts'

/** The picture: chosen or pasted, looked at here, and sent only when nothing in it is refused. */
export function PictureStep({ onRequirements }: { readonly onRequirements: () => void }) {
  const { t } = useTranslation('seals')
  const { file, failure, seal, words } = useSealRegister()
  usePastedPicture()
  return (
    <div className="panel form seal-form">
      <Subject />
      <PictureButtons onRequirements={onRequirements} />
      <Looking />
      {file !== undefined && (
        <div className="seal-check">
          <MarkedPicture file={file} />
          <FindingList file={file} />
        </div>
      )}
      {failure !== undefined && (
        <FailureNotice failure={failure} note={seal === undefined || words === undefined ? '' : t('register.kept')} />
      )}
      <Footer />
    </div>
  )
}

/** Of which seal it is the picture, and why an earlier one was refused. */
function Subject() {
  const { t } = useTranslation('seals')
  const { seal, words } = useSealRegister()
  const about = seal ?? words
  if (about === undefined) return null
  return (
    <div>
      <h2 className="seal-name">{t('register.forSeal', { type: t(`type.${about.type}`), name: about.name })}</h2>
      {seal?.state === 'draft' && words === undefined && <p className="soft">{t('register.continued')}</p>}
      {seal?.rejection !== undefined && (
        <p className="notice notice-warn">{t('register.refusedBefore', { reason: seal.rejection })}</p>
      )}
    </div>
  )
}

function PictureButtons({ onRequirements }: { readonly onRequirements: () => void }) {
  const { t } = useTranslation('seals')
  const choose = useSealRegister((store) => store.choose)
  const hasFile = useSealRegister((store) => store.file !== undefined)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="seal-choose">
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        accept="image/png,.png"
        tabIndex={-1}
        aria-label={t('register.choose')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          // The same file may be chosen again when it was changed.
          target.value = ''
          if (chosen !== undefined) void choose(chosen)
        }}
      />
      <Button onClick={() => input.current?.click()}>
        {t(hasFile ? 'register.chooseAnother' : 'register.choose')}
      </Button>
      <CaptureButton type={useSealRegister(typeOf)} onPicture={choose} />
      <button type="button" className="link" onClick={onRequirements}>
        {t('seeRequirements')}
      </button>
      <p className="soft seal-wanted">
        {t('register.wanted')}
        {t('register.paste')}
      </p>
    </div>
  )
}

function Looking(): ReactNode {
  const { t } = useTranslation('seals')
  const isChecking = useSealRegister((store) => store.isChecking)
  return <div role="status">{isChecking && <p className="soft">{t('register.checking')}</p>}</div>
}

function Footer() {
  const { t } = useTranslation('seals')
  const { words, seal, file, isSending, back, close, send } = useSealRegister()
  const isNew = words !== undefined && seal === undefined
  return (
    <div className="form-actions">
      <Button disabled={isSending} onClick={isNew ? back : close}>
        {t(isNew ? 'register.previous' : 'register.back')}
      </Button>
      <Button
        type="primary"
        disabled={file === undefined || !isSendable(file)}
        loading={isSending}
        onClick={() => void send()}
      >
        {t(isSending ? 'register.submitting' : 'register.submit')}
      </Button>
    </div>
  )
}

/** A picture from the clipboard, wherever the cursor is. */
function usePastedPicture(): void {
  const choose = useSealRegister((store) => store.choose)
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const picture = Array.from(clipboardData?.files ?? []).find(({ type }) => type.startsWith('image/'))
      if (picture !== undefined) void choose(picture)
    }
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [choose])
}
