import { FailureNotice } from '../components/failure-notice.tsx'
import { useReceipts } from './receipts-store.ts'

/** Why the receipt of this renewal was not saved, and what to do. */
export function ReceiptFailure({ renewalId }: { readonly renewalId: string }) {
  const failed = useReceipts((state) => state.failed)
  return failed?.renewalId === renewalId ? <FailureNotice failure={failed.failure} /> : null
}
