import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { sealTypes, type SealForm, type SealType } from '../../../shared/seals/seal-types.ts'
import { useCapture } from './use-capture.ts'

/** The forms that this type of seal is made in; the picture is as large as the chosen one. */
export function FormChoice({ type }: { readonly type: SealType }) {
  const { t } = useTranslation('sealCapture')
  const form = useCapture((state) => state.form)
  const chooseForm = useCapture((state) => state.chooseForm)
  const { choices } = sealTypes[type]
  const words = ({ shape, widthMm, heightMm }: SealForm) => t(`form.${shape}`, { width: widthMm, height: heightMm })
  const choose = (index: number) => {
    const chosen = choices[index]
    if (chosen !== undefined) void chooseForm(chosen)
  }
  return (
    <label className="capture-form">
      <span>{t('size')}</span>
      {choices.length === 1 ? (
        <strong>{words(form)}</strong>
      ) : (
        <Select
          aria-label={t('size')}
          value={choices.indexOf(form)}
          options={choices.map((choice, value) => ({ value, label: words(choice) }))}
          onChange={choose}
        />
      )}
    </label>
  )
}
