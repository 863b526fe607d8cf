import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { useReceipts } from './receipts-store.ts'

interface ReceiptButtonProps {
  readonly renewal: Renewal
  /** Names the renewal where several stand side by side. */
  readonly label?: string
}

/** 保存回执: there is one only for what was completed. */
export function ReceiptButton({ renewal, label }: ReceiptButtonProps) {
  const { t } = useTranslation('renewal')
  const savingId = useReceipts((state) => state.savingId)
  const save = useReceipts((state) => state.save)
  if (renewal.state !== 'completed') return null
  const isSaving = savingId === renewal.id
  return (
    <Button
      aria-label={label}
      loading={isSaving}
      disabled={savingId !== undefined && !isSaving}
      onClick={() => void save(renewal.id)}
    >
      {t(isSaving ? 'receipt.saving' : 'receipt.save')}
    </Button>
  )
}
