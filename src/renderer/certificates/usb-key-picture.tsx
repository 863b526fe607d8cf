import type { Obstacle } from '../layout/token-state.ts'

interface UsbKeyPictureProps {
  readonly cause?: Obstacle | 'nothing'
}

/** A key in front of a socket, or in it with a mark: what is the case, without words. */
export function UsbKeyPicture({ cause = 'nothing' }: UsbKeyPictureProps) {
  const isIn = cause !== 'nothing'
  return (
    <svg className="usb-picture" width="200" height="96" viewBox="0 0 200 96" aria-hidden="true">
      <g transform={isIn ? 'translate(36 0)' : undefined}>
        <rect x="100" y="34" width="30" height="28" rx="3" fill="#c3cad5" />
        <rect x="108" y="40" width="7" height="5" fill="#667085" />
        <rect x="108" y="51" width="7" height="5" fill="#667085" />
        <rect x="8" y="26" width="92" height="44" rx="12" fill="#1653d0" />
        <circle cx="30" cy="48" r="7" fill="#eaf1fe" />
        <rect x="46" y="44" width="38" height="3" rx="1.5" fill="#8fb0f2" />
        <rect x="46" y="51" width="24" height="3" rx="1.5" fill="#8fb0f2" />
      </g>
      {!isIn && (
        <path d="M138 48h16m-6-6 6 6-6 6" fill="none" stroke="#5b6577" strokeWidth="2.5" strokeLinecap="round" />
      )}
      <rect x="164" y="12" width="28" height="72" rx="6" fill="#e4e8ee" stroke="#c3cad5" strokeWidth="2" />
      {!isIn && <rect x="170" y="32" width="12" height="32" rx="2" fill="#39404d" />}
      {isIn && <Mark cause={cause} />}
    </svg>
  )
}

/** On the corner of the key: a stop for what cannot work, a question for what nobody knows, else a call for attention. */
function Mark({ cause }: { readonly cause: Obstacle }) {
  const isQuestion = cause === 'unknown-key' || cause === 'unread'
  return (
    <g transform="translate(44 24)" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinecap="round">
      <circle r="15" fill={cause === 'driver-32-bit' ? '#b42f26' : '#9a4f05'} strokeWidth="3" />
      {cause === 'driver-32-bit' && <path d="M-5 -5 5 5M5 -5-5 5" />}
      {isQuestion && <path d="M-4.5 -3.5a4.6 4.6 0 1 1 6.6 4.1C.6 1.400 0 2 0 3.400M0 8v.2" />}
      {!isQuestion && cause !== 'driver-32-bit' && <path d="M0 -7V1.500M0 7v.2" />}
    </g>
  )
}
