import { useTranslation } from 'react-i18next'

/** The last try is not made by habit: the sentence has to be typed. */
export function FinalTryConfirmation({ onChange }: { readonly onChange: (isConfirmed: boolean) => void }) {
  const { t } = useTranslation('renewal')
  const phrase = t('pin.confirmPhrase')
  return (
    <div>
      <label className="label" htmlFor="final-try">
        {t('pin.confirmLabel', { phrase })}
      </label>
      <input
        id="final-try"
        className="text-input"
        autoComplete="off"
        onChange={({ target }) => onChange(target.value.trim() === phrase)}
      />
    </div>
  )
}
