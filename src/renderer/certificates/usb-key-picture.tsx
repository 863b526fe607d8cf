/** A key in front of a socket: what to do, without words. */
export function UsbKeyPicture() {
  return (
    <svg className="usb-picture" width="200" height="96" viewBox="0 0 200 96" aria-hidden="true">
      <rect x="8" y="26" width="92" height="44" rx="12" fill="#1653d0" />
      <circle cx="30" cy="48" r="7" fill="#eaf1fe" />
      <rect x="46" y="44" width="38" height="3" rx="1.5" fill="#8fb0f2" />
      <rect x="46" y="51" width="24" height="3" rx="1.5" fill="#8fb0f2" />
      <rect x="100" y="34" width="30" height="28" rx="3" fill="#c3cad5" />
      <rect x="108" y="40" width="7" height="5" fill="#667085" />
      <rect x="108" y="51" width="7" height="5" fill="#667085" />
      <path d="M138 48h16m-6-6 6 6-6 6" fill="none" stroke="#5b6577" strokeWidth="2.5" strokeLinecap="round" />
      <rect x="164" y="12" width="28" height="72" rx="6" fill="#e4e8ee" stroke="#c3cad5" strokeWidth="2" />
      <rect x="170" y="32" width="12" height="32" rx="2" fill="#39404d" />
    </svg>
  )
}
