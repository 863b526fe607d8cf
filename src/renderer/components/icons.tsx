/** Decoration beside words: hidden from screen readers. */
interface IconProps {
  readonly size?: number
}

const stroke = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

export function CheckIcon({ size = 12 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" strokeWidth="1.6" {...stroke}>
      <path d="M2.2 6.4 4.9 9.2 9.8 3" />
    </svg>
  )
}

export function CrossIcon({ size = 12 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" strokeWidth="1.6" {...stroke}>
      <path d="M3 3l6 6M9 3 3 9" />
    </svg>
  )
}

export function AttentionIcon({ size = 12 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" strokeWidth="1.8" {...stroke}>
      <path d="M6 2.2v4.6M6 9.6v.2" />
    </svg>
  )
}

export function QuestionIcon({ size = 12 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" strokeWidth="1.5" {...stroke}>
      <path d="M4 4.2a2 2 0 1 1 2.9 1.9C6.2 6.5 6 6.8 6 7.5M6 9.9v.1" />
    </svg>
  )
}

export function DashIcon({ size = 12 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" strokeWidth="1.6" {...stroke}>
      <path d="M3 6h6" />
    </svg>
  )
}

export function ChevronIcon({ size = 12 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" strokeWidth="1.6" {...stroke}>
      <path d="M4.2 2.5 8 6 4.2 9.5" />
    </svg>
  )
}

export function EyeIcon({ size = 16 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" strokeWidth="1.3" {...stroke}>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="2" />
    </svg>
  )
}

export function EyeClosedIcon({ size = 16 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" strokeWidth="1.3" {...stroke}>
      <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
      <path d="M3 13 13 3" />
    </svg>
  )
}
