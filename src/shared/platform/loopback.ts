/**
 * Does this name mean this very computer?
 *
 * @param hostname as the URL parser gives it: lower case, IPv4 in four decimal parts, IPv6 in brackets
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** Could what is sent to this address be read on its way? Both as the URL parser gives them. */
export function isInTheClear({
  protocol,
  hostname,
}: {
  readonly protocol: string
  readonly hostname: string
}): boolean {
  return protocol === 'http:' && !isLoopback(hostname)
}
