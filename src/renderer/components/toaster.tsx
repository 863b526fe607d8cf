import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { CrossIcon } from './icons.tsx'
import { useToast, type Toast } from './toast-store.ts'
import './components.css'

/** Long enough to read a file name twice; what has to be kept in mind is said elsewhere. */
const shownMs = 10_000

/** The region is always there, so that a new toast is read out. */
export function Toaster() {
  const toast = useToast((state) => state.toast)
  return (
    <div className="toaster" role="status">
      {toast !== undefined && <ToastCard toast={toast} />}
    </div>
  )
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation(['common', 'renewal'])
  const close = useToast((state) => state.close)
  useEffect(() => {
    const timer = setTimeout(close, shownMs)
    return () => clearTimeout(timer)
  }, [toast, close])
  const words =
    toast.words === 'receipt.saved'
      ? t('renewal:receipt.saved', { fileName: toast.fileName })
      : t('renewal:receipt.cancelled')
  return (
    <div className="toast">
      <p>{words}</p>
      <button type="button" className="toast-close" aria-label={t('close')} onClick={close}>
        <CrossIcon size={14} />
      </button>
    </div>
  )
}
