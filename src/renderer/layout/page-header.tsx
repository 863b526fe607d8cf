import type { ReactNode } from 'react'
import { TokenChip } from './token-chip.tsx'

interface PageHeaderProps {
  readonly title: string
  readonly breadcrumb?: ReactNode
  readonly actions?: ReactNode
}

/** The heading of a page, with the token's state always at the top right. */
export function PageHeader({ title, breadcrumb, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-title">
        {breadcrumb}
        <h1>{title}</h1>
      </div>
      {actions}
      <TokenChip />
    </header>
  )
}
