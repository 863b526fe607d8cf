import { Modal } from 'antd'
import { useRef, type ReactNode } from 'react'

interface FormDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog around a form: the cursor is in its first field, or in the one marked with `data-first`. */
export function FormDialog({ title, isOpen, onClose, children }: FormDialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const focusFirst = (hasOpened: boolean) => {
    if (!hasOpened) return
    const marked = content.current?.querySelector<HTMLInputElement>('input[data-first]')
    const field = marked ?? content.current?.querySelector('input')
    field?.focus()
  }
  return (
    <Modal
      title={title}
      open={isOpen}
      onCancel={onClose}
      afterOpenChange={focusFirst}
      footer={null}
      width="27.5rem"
      centered
      destroyOnHidden
    >
      <div ref={content}>{children}</div>
    </Modal>
  )
}
