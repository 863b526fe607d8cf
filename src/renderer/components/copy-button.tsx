import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** Says what is copied where several stand side by side. */
  readonly name?: string
  readonly size?: 'small'
}

/** Copies, and says whether it did. */
export function CopyButton({ text, label, name, size }: CopyButtonProps) {
  const { t } = useTranslation('common')
  const [result, setResult] = useState<'copied' | 'notCopied'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setResult('copied')
    } catch {
      // The system did not let it: what is copied can be selected where it stands.
      setResult('notCopied')
    }
  }
  return (
    <span className="copy-button">
      <Button size={size} aria-label={name} onClick={() => void copy()}>
        {label}
      </Button>
      <span className="soft" role="status">
        {result !== undefined && t(`copy.${result}`)}
      </span>
    </span>
  )
}
