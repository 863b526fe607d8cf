import { useTranslation } from 'react-i18next'
import './demo.css'

/** Around the whole window and over every dialog: nobody may take the demo for the real thing. */
export function DemoFrame() {
  const { t } = useTranslation('demo')
  return (
    <aside className="demo-frame" aria-label={t('word')}>
      <span className="demo-word">{t('frame')}</span>
    </aside>
  )
}
