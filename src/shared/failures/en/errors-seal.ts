import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

type SealCode = Extract<ErrorCode, `seal.${string}`>

export const sealErrors: Readonly<Record<SealCode, ErrorText>> = {
  'seal.notFound': {
    title: 'The platform does not have this seal',
    cause: 'The seal was deleted, or does not belong to the account that is logged in.',
    nextStep: 'Refresh the list of seals and look again.',
  },
  'seal.wrongState': {
    title: 'This cannot be done with the seal now',
    cause: 'The state of this seal on the platform has changed.',
    nextStep: 'Refresh the list of seals and continue from its new state.',
  },
  'seal.badImage': {
    title: 'The platform did not accept the picture of the seal',
    cause: 'The platform found that the picture does not meet its requirements.',
    nextStep: 'Take the picture again as the requirements for pictures of seals say.',
  },
  'seal.tooLarge': {
    title: 'The picture of the seal is too large',
    cause: 'The picture is larger than the platform allows.',
    nextStep: 'Choose a smaller picture, or take it again.',
  },
}
