/** How a library lays its structures out. It does not tell: this is found out before anything is written. */
export interface Layout {
  readonly ulongOctets: 4 | 8
  readonly alignment: 'packed' | 'natural'
  /** How many octets of DEVINFO it fills: which of the layouts it is. */
  readonly deviceInfoOctets: number
}

/** By the size of DEVINFO. 286 leaves out MaxECCBufferSize and MaxBufferSize. No two vendors agree on more than these. */
const layouts: readonly Layout[] = [
  { deviceInfoOctets: 286, ulongOctets: 4, alignment: 'packed' },
  { deviceInfoOctets: 294, ulongOctets: 4, alignment: 'packed' },
  { deviceInfoOctets: 296, ulongOctets: 4, alignment: 'natural' },
  { deviceInfoOctets: 326, ulongOctets: 8, alignment: 'packed' },
  { deviceInfoOctets: 328, ulongOctets: 8, alignment: 'natural' },
]

export function layoutOfSize(deviceInfoOctets: number): Layout | undefined {
  return layouts.find((layout) => layout.deviceInfoOctets === deviceInfoOctets)
}

/** Where the first ULONG of DEVINFO lies, behind 198 octets of versions and texts. */
export function deviceInfoFields({ alignment }: Layout): number {
  return alignment === 'packed' ? 198 : 200
}

/** What a buffer is filled with before a library writes into it: two values, so that no octet equals both. */
export const fills = [0xa5, 0x5a] as const
export type Fill = (typeof fills)[number]

/** Behind the last octet that is not as it was filled. */
export function filledOctets(octets: Uint8Array, fill: Fill): number {
  return octets.findLastIndex((octet) => octet !== fill) + 1
}

/** How far a library wrote into a buffer that was filled with each of the two values. */
export type FillEvidence = Readonly<Partial<Record<Fill, number>>>

/** The layout as far as it can be told; with one fill only, the structure may end in an octet that looks like it. */
export function findLayout(evidence: FillEvidence): Layout | undefined {
  return layoutOfSize(Math.max(0, ...fills.map((fill) => evidence[fill] ?? 0)))
}

export function isProbed(evidence: FillEvidence): boolean {
  return fills.every((fill) => evidence[fill] !== undefined)
}
