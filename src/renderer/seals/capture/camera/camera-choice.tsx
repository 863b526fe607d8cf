import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCamera } from './use-camera.ts'

/** Which camera, where there are several. */
export function CameraChoiceField() {
  const { t } = useTranslation('sealCapture')
  const cameras = useCamera((state) => state.cameras)
  const chosen = useCamera((state) => state.chosen)
  const open = useCamera((state) => state.open)
  if (cameras.length < 2) return null
  const options = cameras.map(({ id, name }, at) => ({
    value: id,
    label: name === '' ? t('camera.number', { number: at + 1 }) : name,
  }))
  return (
    <label className="camera-choice">
      <span>{t('camera.which')}</span>
      <Select
        aria-label={t('camera.which')}
        options={options}
        value={chosen ?? ''}
        popupMatchSelectWidth={false}
        onChange={(id) => void open(id)}
      />
    </label>
  )
}
