import { useTranslation } from 'react-i18next'
import { Fields } from '../components/fields.tsx'
import { useDemo } from '../demo/demo-store.ts'
import { LicencesButton } from './licences-button.tsx'

export function AboutPanel() {
  const { t } = useTranslation('settings')
  const app = useDemo((state) => state.app)
  if (app === undefined) return null
  const demoToken =
    app.demoToken === undefined ? [] : [{ name: t('about.demoToken'), value: t(`about.${app.demoToken}`) }]
  return (
    <section className="panel">
      <div className="panel-head">
        <h2 className="panel-title">{t('about.title')}</h2>
        {app.hasLicences === true && <LicencesButton />}
      </div>
      <Fields
        className="about"
        fields={[
          { name: t('about.version'), value: app.version },
          { name: t('about.mode'), value: t(`about.${app.mode}`) },
          ...demoToken,
        ]}
      />
    </section>
  )
}
