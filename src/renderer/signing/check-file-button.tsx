import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { useSigning } from './signing-store.ts'

/** Needs no key. */
export function CheckFileButton() {
  const { t } = useTranslation('signing')
  const open = useSigning((state) => state.open)
  return <Button onClick={() => open(undefined)}>{t('checkFile')}</Button>
}
