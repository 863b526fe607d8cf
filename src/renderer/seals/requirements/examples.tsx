import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StampDrawing } from './stamp-drawing.tsx'

export const exampleNames = ['right', 'cut-off', 'skewed', 'shadow', 'text-across', 'two', 'grey', 'small'] as const
type ExampleName = (typeof exampleNames)[number]

/** Right and wrong pictures, drawn here: each with what it shows. */
export function Examples() {
  const { t } = useTranslation('seals')
  return (
    <ul className="seal-examples">
      {exampleNames.map((name) => (
        <li key={name} className={name === 'right' ? 'example example-right' : 'example'}>
          <svg viewBox="0 0 100 100" width={112} height={112} className={`example-${name}`} aria-hidden="true">
            <Drawing name={name} />
          </svg>
          <span className={`tag tag-${name === 'right' ? 'good' : 'bad'}`}>
            {t(name === 'right' ? 'requirements.right' : 'requirements.wrong')}
          </span>
          <span>{t(`requirements.example.${name}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Drawing({ name }: { readonly name: ExampleName }): ReactNode {
  switch (name) {
    case 'right':
    case 'grey':
      return <StampDrawing />
    case 'cut-off':
      return <StampDrawing x={20} />
    case 'skewed':
      return <StampDrawing turn={24} />
    case 'shadow':
      return <Shadowed />
    case 'text-across':
      return <Across />
    case 'two':
      return (
        <>
          <StampDrawing x={28} y={34} radius={22} />
          <StampDrawing x={72} y={66} radius={22} />
        </>
      )
    case 'small':
      return <StampDrawing radius={14} x={60} y={42} />
  }
}

function Shadowed() {
  const id = useId()
  return (
    <>
      <linearGradient id={id} x1="0" y1="0" x2="1" y2="1">
        <stop offset="0" stopColor="#fffdf4" />
        <stop offset="1" stopColor="#b9b3a4" />
      </linearGradient>
      <rect width={100} height={100} fill={`url(#${id})`} />
      <StampDrawing />
    </>
  )
}

function Across() {
  return (
    <>
      <StampDrawing />
      <g stroke="#30343b" strokeWidth={2.4}>
        {[38, 50, 62].map((y) => (
          <path key={y} d={`M 6 ${y} H 94`} strokeDasharray="7 3" />
        ))}
      </g>
    </>
  )
}
