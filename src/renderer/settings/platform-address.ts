export type AddressProblem = 'notAddress' | 'notSecure' | 'hasCredentials'

const loopback = ['127.0.0.1', '[::1]', 'localhost']

/** Why an address would be refused, told before it is sent; main checks again. Empty means: no platform. */
export function addressProblem(text: string): AddressProblem | undefined {
  const address = text.trim()
  if (address === '') return undefined
  const url = URL.parse(address)
  if (url === null || url.hostname === '' || !['http:', 'https:'].includes(url.protocol)) return 'notAddress'
  if (url.username !== '' || url.password !== '') return 'hasCredentials'
  if (url.protocol === 'http:' && !loopback.includes(url.hostname)) return 'notSecure'
  return undefined
}
