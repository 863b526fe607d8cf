import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../shared/ipc/models.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckFile } from './check-file.tsx'
import { ProveCertificate } from './prove-certificate.tsx'
import { SignFile } from './sign-file.tsx'
import { useSigning } from './signing-store.ts'
import './signing.css'

/** 验证本证书, 签署文件, 验证文件; opened without a card, the last one only. */
export function SigningDialog() {
  const { t } = useTranslation('signing')
  const { isOpen, card, close } = useSigning()
  return (
    <FormDialog title={t(card === undefined ? 'checkFile' : 'title')} isOpen={isOpen} onClose={close}>
      {card === undefined ? <CheckFile /> : <Tasks card={card} />}
    </FormDialog>
  )
}

function Tasks({ card }: { readonly card: Card }) {
  const { t } = useTranslation('signing')
  const { task, begin, isBusy } = useSigning()
  const options = (['prove', 'sign', 'check'] as const).map((value) => ({ value, label: t(`choice.${value}`) }))
  return (
    <div className="form">
      <Segmented
        block
        aria-label={t('choice.label')}
        options={options}
        value={task}
        disabled={isBusy}
        onChange={begin}
      />
      {task === 'prove' && <ProveCertificate card={card} />}
      {task === 'sign' && <SignFile card={card} />}
      {task === 'check' && <CheckFile />}
    </div>
  )
}
