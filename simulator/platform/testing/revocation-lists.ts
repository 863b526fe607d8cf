/** The lists as a stranger gets them: by HTTP, without a login. */
export async function fetchCrl(origin: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`${origin}/crl/${name}.crl`)
  const type = response.headers.get('content-type')
  if (response.status !== 200 || type !== 'application/pkix-crl') throw new Error(`${response.status} ${type ?? ''}`)
  return new Uint8Array(await response.arrayBuffer())
}
