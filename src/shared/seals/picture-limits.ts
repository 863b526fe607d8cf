/** What a picture of a seal may be at most, in octets; the platform's contract has to take as much. */
export const maxSealBytes = 1 << 20

/** In pixels; what lies outside is no picture of a seal. */
export const pictureSides = { smallest: 100, largest: 4000 } as const
