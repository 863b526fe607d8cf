import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { sealTypes, type SealType } from '../../../shared/seals/seal-types.ts'

export const sealTypeNames = Object.keys(sealTypes) as readonly SealType[]

/** In the order in which a seal goes through them. */
export const sealStates: readonly SealModel['state'][] = [
  'draft',
  'in-review',
  'rejected',
  'approved',
  'enabled',
  'disabled',
  'cancelled',
  'expired',
]
