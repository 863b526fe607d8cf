import { useTranslation } from 'react-i18next'
import { languageChoices, textSizes } from '../../shared/appearance.ts'
import { InlineFailure } from '../components/inline-failure.tsx'
import { LockedHint } from '../settings/locked-hint.tsx'
import { useLocked } from '../settings/use-locked.ts'
import { useAppearance } from './appearance-store.ts'
import { ChoiceField } from './choice-field.tsx'

/** 语言 and 文字大小: each is used as soon as it is chosen, so that what it does is seen. */
export function AppearancePanel() {
  const { t } = useTranslation('settings')
  const appearance = useAppearance((state) => state.appearance)
  const isLocked = useLocked('language')
  const failure = useAppearance((state) => state.failure)
  const change = useAppearance((state) => state.change)
  return (
    <section className="panel">
      <h2 className="panel-title">{t('appearance.title')}</h2>
      <p className="soft hint">{t('appearance.hint')}</p>
      <ChoiceField
        label={t('appearance.language')}
        options={languageChoices.map((value) => ({
          value,
          label: t(`appearance.names.${value}`),
          ...(value === 'system' ? {} : { lang: value }),
        }))}
        value={appearance?.choice}
        isDisabled={isLocked}
        onChange={(choice) => void change({ choice })}
      />
      <LockedHint of="language" />
      <ChoiceField
        label={t('appearance.textSize')}
        options={textSizes.map((value) => ({ value, label: t('appearance.percent', { size: value }) }))}
        value={appearance?.textSize}
        onChange={(textSize) => void change({ textSize })}
      />
      <InlineFailure id="appearance-failure" failure={failure} />
    </section>
  )
}
