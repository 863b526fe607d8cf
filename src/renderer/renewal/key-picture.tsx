import type { KeyWatch } from './use-key-watch.ts'

const blue = { body: '#1653d0', ring: '#eaf1fe', label: '#8fb0f2' }
const grey = { body: '#98a2b3', ring: '#eef1f5', label: '#d5dae2' }

interface KeyPictureProps {
  readonly watch: Extract<KeyWatch, 'absent' | 'other' | 'returned'>
}

/** A key on its way to the socket, another one in it, or the right one in it. The words stand beside it. */
export function KeyPicture({ watch }: KeyPictureProps) {
  const colours = watch === 'other' ? grey : blue
  return (
    <svg className="key-picture" width="140" height="70" viewBox="0 0 176 88" aria-hidden="true">
      <rect x="142" y="8" width="26" height="72" rx="6" fill="#e4e8ee" stroke="#c3cad5" strokeWidth="2" />
      <rect x="148" y="28" width="12" height="32" rx="2" fill="#39404d" />
      <g transform={watch === 'absent' ? undefined : 'translate(30 0)'}>
        <rect x="4" y="24" width="78" height="40" rx="11" fill={colours.body} />
        <circle cx="23" cy="44" r="6" fill={colours.ring} />
        <rect x="37" y="40" width="32" height="3" rx="1.5" fill={colours.label} />
        <rect x="37" y="46" width="20" height="3" rx="1.5" fill={colours.label} />
        <rect x="82" y="31" width="26" height="26" rx="3" fill="#c3cad5" />
      </g>
      <Sign watch={watch} />
    </svg>
  )
}

function Sign({ watch }: KeyPictureProps) {
  const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  if (watch === 'absent') return <path d="M114 44h20m-7-7 7 7-7 7" stroke="#1653d0" strokeWidth="3" {...line} />
  const isRight = watch === 'returned'
  return (
    <>
      <circle cx="40" cy="24" r="14" fill={isRight ? '#0f7352' : '#b42f26'} />
      <path d={isRight ? 'm33 24 5 5 9-10' : 'm35 19 10 10m0-10-10 10'} stroke="#fff" strokeWidth="3" {...line} />
    </>
  )
}
