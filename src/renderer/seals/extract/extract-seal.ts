import type { SealForm } from '../../../shared/seals/seal-types.ts'
import type { Quality } from './finding.ts'
import { locateSeal } from './locate.ts'
import type { PictureSource } from '../ink/picture.ts'
import { refineSeal, type Refined } from './refine.ts'

/** Finds a seal of this form on a photo, and says how good it is; a refused one has reasons and no reading. */
export function extractSeal(source: PictureSource, form: SealForm): Refined {
  const located = locateSeal(source)
  if (!located.isFound) return { isAccepted: false, quality: refusal(located.findings) }
  return refineSeal(source, located.area, located.white, form)
}

function refusal(findings: Quality['findings']): Quality {
  return { score: 0, findings }
}
