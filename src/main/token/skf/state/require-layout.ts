import { AppError } from '../../../app-error.ts'
import { findLayout, fills, isProbed, type Layout } from '../layout/layout.ts'
import type { KnownDevice } from './skf-state.ts'

/**
 * The layout by which the library's structures may be written. Nothing is written to a key whose library was not seen to
 * have one: both fills of DEVINFO agree, and a public key that it has told was one by this width. Code token.layoutUnknown.
 */
export function requireLayout({ evidence, provenWidth }: KnownDevice): Layout {
  const layout = findLayout(evidence)
  const isContradicted = provenWidth !== undefined && provenWidth !== layout?.ulongOctets
  if (layout === undefined || !isProbed(evidence) || isContradicted) {
    const octets = Math.max(0, ...fills.map((fill) => evidence[fill] ?? 0))
    throw new AppError('token.layoutUnknown', {
      details: { deviceInfoOctets: octets, ...(provenWidth === undefined ? {} : { ulongOctets: provenWidth }) },
    })
  }
  return layout
}
