import { DerError, readElement, readElements, readSmallNumber, tags, type DerElement } from './der.ts'
import { readAlgorithm } from './signed.ts'

interface PssParameters {
  readonly hash: string
  /** Octets. */
  readonly saltLength: number
}

const hashes: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const mgf1 = '1.2.840.113549.1.1.8'
const [hashTag, maskTag, saltTag, trailerTag] = [0xa0, 0xa1, 0xa2, 0xa3]

/** RSASSA-PSS-params (RFC 4055, 3.1); undefined for those that node:crypto cannot be told: another hash for the mask. */
export function readPssParameters(element: DerElement | undefined): PssParameters | undefined {
  if (element?.tag !== tags.sequence) return undefined
  try {
    const parts = new Map(readElements(element.content).map(({ tag, content }) => [tag, content]))
    const hash = hashOf(parts.get(hashTag))
    const mask = maskHashOf(parts.get(maskTag))
    if (hash === undefined || mask !== hash || numberOf(parts.get(trailerTag), 1) !== 1) return undefined
    return { hash, saltLength: numberOf(parts.get(saltTag), 20) }
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

function hashOf(content: Uint8Array | undefined): string | undefined {
  return content === undefined ? 'sha1' : hashes[readAlgorithm(readElement(content)).oid]
}

function maskHashOf(content: Uint8Array | undefined): string | undefined {
  if (content === undefined) return 'sha1'
  const { oid, parameters } = readAlgorithm(readElement(content))
  return oid === mgf1 && parameters !== undefined ? hashes[readAlgorithm(parameters).oid] : undefined
}

function numberOf(content: Uint8Array | undefined, usual: number): number {
  return content === undefined ? usual : readSmallNumber(readElement(content))
}
