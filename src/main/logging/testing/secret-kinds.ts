/** For tests: generated secrets of every kind that must never be written, and the ways in which they are passed on. */
import fc from 'fast-check'

export interface SecretKind {
  readonly name: string
  readonly values: fc.Arbitrary<string>
  /** The program knows it while it is in use; of the others it only knows what they look like. */
  readonly isKnown: boolean
}

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`))
const base64Url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const jwt = fc
  .tuple(
    fc.constantFrom('HS256', 'RS256', 'ES256'),
    fc.uuid(),
    fc.integer(),
    fc.uint8Array({ minLength: 32, maxLength: 256 }),
  )
  .map(([alg, sub, exp, signature]) =>
    [base64Url({ alg, typ: 'JWT' }), base64Url({ sub, exp }), Buffer.from(signature).toString('base64url')].join('.'),
  )

/** PKCS#8 of a P-256 key is 138 octets long, of an RSA 2048 key about 1,218; both begin as a DER sequence does. */
const privateKey = fc
  .oneof(
    { weight: 29, arbitrary: fc.uint8Array({ minLength: 134, maxLength: 160 }) },
    fc.uint8Array({ minLength: 1200, maxLength: 1214 }),
  )
  .map((octets) => Buffer.concat([Buffer.from([0x30, 0x82, octets.length >> 8, octets.length & 0xff]), octets]))

const pem = fc
  .tuple(fc.constantFrom('PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'), privateKey)
  .map(([label, der]) => {
    const lines = der.toString('base64').match(/.{1,64}/g) ?? []
    return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n')
  })

const password = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', minLength: 4, maxLength: 40 }),
  fc.stringMatching(/^[\u4e00-\u9fa5]{2,6}[!-~]{2,10}$/),
)

export const secretKinds: readonly SecretKind[] = [
  { name: 'numeric PIN', values: digits(4, 16), isKnown: true },
  { name: 'alphanumeric PIN', values: fc.stringMatching(/^[A-Za-z0-9]{4,16}$/), isKnown: true },
  { name: 'password', values: password, isKnown: true },
  { name: 'SMS code', values: digits(4, 8), isKnown: true },
  { name: 'session token', values: fc.stringMatching(/^[A-Za-z0-9._~+/-]{20,200}$/), isKnown: true },
  { name: 'proxy password', values: fc.stringMatching(/^[!-~]{4,24}$/), isKnown: true },
  { name: 'JWT', values: jwt, isKnown: false },
  { name: 'private key in PEM', values: pem, isKnown: false },
  { name: 'private key in base64', values: privateKey.map((der) => der.toString('base64')), isKnown: false },
  { name: 'private key in hex', values: privateKey.map((der) => der.toString('hex')), isKnown: false },
  { name: 'phone number', values: digits(9, 9).map((rest) => `13${rest}`), isKnown: false },
  {
    name: 'id of a person',
    values: fc.tuple(digits(17, 17), fc.constantFrom('0', '7', 'X', 'x')).map((parts) => parts.join('')),
    isKnown: false,
  },
  { name: 'number of a bank card', values: digits(16, 19), isKnown: false },
]

/** Written without the code that is tested. */
export function encodings(secret: string): readonly string[] {
  const octets = Buffer.from(secret)
  const base64 = (before: string) => Buffer.from(`${before}${secret}, ok`).toString('base64')
  const every = Array.from(octets, (octet) => `%${octet.toString(16).padStart(2, '0')}`).join('')
  return [
    secret,
    octets.toString('base64'),
    octets.toString('base64').replaceAll('=', ''),
    octets.toString('base64url'),
    ...['', 'x', 'xy'].map(base64),
    octets.toString('hex'),
    octets.toString('hex').toUpperCase(),
    encodeURIComponent(secret),
    every,
    every.toUpperCase(),
    Buffer.from(secret, 'utf16le').toString('base64'),
  ]
}
