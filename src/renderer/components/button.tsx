import type { ComponentProps, MouseEvent } from 'react'
import './button.css'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly type?: 'primary' | 'default' | 'text'
  readonly htmlType?: 'button' | 'submit'
  readonly size?: 'small' | undefined
  readonly danger?: boolean
  /** Works on what was asked: turns, keeps the focus, and takes no further click. */
  readonly loading?: boolean
}

/**
 * Our own, with the props and the looks of antd's: the first page has buttons and nothing else of antd, which makes its
 * styles while the page is drawn (decision 0028).
 */
export function Button({ type = 'default', htmlType = 'button', size, danger, loading, ...rest }: ButtonProps) {
  const { className, children, onClick, ...native } = rest
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading === true) event.preventDefault()
    else onClick?.(event)
  }
  const classes = ['button', `button-${type}`, size && `button-${size}`, danger && 'button-danger', className]
  return (
    <button
      {...native}
      type={htmlType}
      className={classes.filter(Boolean).join(' ')}
      aria-busy={loading}
      // Not `disabled`: that would take the focus away.
      aria-disabled={loading === true || undefined}
      onClick={click}
    >
      {loading === true && <span className="button-turning" aria-hidden="true" />}
      {children}
    </button>
  )
}
