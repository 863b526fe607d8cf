interface Range {
  readonly type: string
  readonly quality: number
}

/** How much a client wants each media type, by its Accept header (RFC 9110, 12.5.1): 0 to 1. */
export function acceptedQuality(accept: string | undefined, mediaType: string): number {
  const ranges = (accept ?? '*/*').split(',').map(parseRange)
  const wildcards = [mediaType, mediaType.replace(/\/.*$/, '/*'), '*/*']
  const [found] = wildcards.flatMap((wanted) => ranges.filter(({ type }) => type === wanted))
  return found?.quality ?? 0
}

/** Parameters other than q do not tell the representations of this contract apart. */
function parseRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
}
