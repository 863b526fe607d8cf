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
  'seal.notOffered': {
    title: 'This platform does not offer electronic seals',
    cause: 'The platform does not name electronic seals among what it offers.',
    nextStep: 'Look at the website of the platform, or ask its support how a seal is registered.',
  },
  'seal.certificateNotYet': {
    title: 'The platform does not know this certificate yet',
    cause: 'After a renewal or a repair the platform needs about one working day. Nothing is broken.',
    nextStep: 'Register the seal one working day later. If that does not help, call the support of the platform.',
  },
  'seal.notPermitted': {
    title: 'This account may not use seals',
    cause: 'The platform does not let the account that is logged in work with electronic seals.',
    nextStep:
      'Check that you are logged in with the account of this certificate. Else ask the support of the platform.',
  },
  'seal.recordFailed': {
    title: 'The registration of the seal was not begun',
    cause:
      'Before a registration a note is kept on this computer, so that none is made twice. It could not be written.',
    nextStep: 'Check the free space and the rights of the folder, then try again.',
  },
  'seal.otherPicture': {
    title: 'The picture of the seal is not the registered one, and is not shown',
    cause: 'The picture that the platform sent does not match the digest that it has registered for this seal.',
    nextStep:
      'Refresh the list and look again. If it stays so, do not use this seal, and call the support of the platform.',
  },
}
