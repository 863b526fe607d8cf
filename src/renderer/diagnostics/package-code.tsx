import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'

/** Six digits in two groups, as they are read out. */
export function PackageCode({ code }: { readonly code: string }) {
  const { t } = useTranslation('diagnostics')
  const shown = useRef<HTMLOutputElement>(null)
  const [result, setResult] = useState<'copied' | 'selected'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setResult('copied')
    } catch {
      // The system did not let it: then by hand.
      if (shown.current !== null) window.getSelection()?.selectAllChildren(shown.current)
      setResult('selected')
    }
  }
  return (
    <section className="package-code" aria-label={t('codeLabel')}>
      <div>
        <p className="soft">{t('codeLabel')}</p>
        <output ref={shown} className="package-digits" aria-label={code.split('').join(' ')}>
          {code.slice(0, 3)} {code.slice(3)}
        </output>
      </div>
      <p className="soft package-code-hint">{t('codeHint')}</p>
      <span className="saved" role="status">
        {result !== undefined && t(result)}
      </span>
      <Button onClick={() => void copy()}>{t('copy')}</Button>
    </section>
  )
}
