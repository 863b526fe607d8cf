import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextOfPlatform } from '../../shared/content/help-reference.ts'
import { Button } from '../components/button.tsx'
import { CopyButton } from '../components/copy-button.tsx'
import { call } from '../desktop.ts'
import type { TextLink } from './text-blocks.tsx'

interface LinkQuestionProps {
  readonly text: TextOfPlatform
  readonly link: TextLink | undefined
  readonly onClose: () => void
}

/** Above the drawer that a text may be shown in. */
const aboveDrawer = 1300

/** Where a link leads, before anything is opened. The page names the link; its address, main takes from the text. */
export function LinkQuestion({ text, link, onClose }: LinkQuestionProps) {
  const { t } = useTranslation(['content', 'common'])
  return (
    <Modal
      title={t('link.title')}
      open={link !== undefined}
      onCancel={onClose}
      footer={null}
      width={480}
      zIndex={aboveDrawer}
      centered
      destroyOnHidden
    >
      {link !== undefined && <Question text={text} link={link} onClose={onClose} />}
    </Modal>
  )
}

function Question({ text, link, onClose }: LinkQuestionProps & { readonly link: TextLink }) {
  const { t } = useTranslation(['content', 'common'])
  const [hasFailed, setFailed] = useState(false)
  const open = async () => {
    const { isOpened } = await call('content:open-link', { ...text, number: link.number }).catch(() => ({
      isOpened: false,
    }))
    if (isOpened) onClose()
    else setFailed(true)
  }
  return (
    <div className="form">
      <p>{t('link.text', { host: link.host })}</p>
      <p className="content-address">{link.url}</p>
      {hasFailed && <p role="status">{t('link.failed')}</p>}
      <div className="form-actions">
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <CopyButton text={link.url} label={t('link.copy')} />
        <Button type="primary" onClick={() => void open()}>
          {t('link.open')}
        </Button>
      </div>
    </div>
  )
}
