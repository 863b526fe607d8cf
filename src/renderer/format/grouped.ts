/** Long numbers are read and compared in groups. */

/** Hex in octets: 2C 41 8A 09. An odd first digit stands for its octet with a leading zero. */
export function serialGroups(hex: string): string {
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return groups(even.toUpperCase(), 2)
}

/** As printed on a token: 3701 0088 2231. What is not a plain number or word stays as it is. */
export function cardGroups(cardNumber: string): string {
  return /^[0-9]{8,}$/.test(cardNumber) ? groups(cardNumber, 4) : cardNumber
}

/** A serial number of up to eight octets whole, a longer one by its ends: the whole is in the details. */
export function shortSerial(hex: string): string {
  const octets = serialGroups(hex).split(' ')
  return octets.length <= 8 ? octets.join(' ') : [...octets.slice(0, 4), '…', ...octets.slice(-4)].join(' ')
}

function groups(text: string, size: number): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []).join(' ')
}
