import { useTranslation } from 'react-i18next'

/** Puts whole sentences one after the other: Chinese leaves nothing between them, English a blank. Empty ones are left out. */
export function useSentences(): (...sentences: readonly string[]) => string {
  const { t } = useTranslation()
  return (...sentences) => sentences.filter((sentence) => sentence !== '').join(t('sentenceGap'))
}
