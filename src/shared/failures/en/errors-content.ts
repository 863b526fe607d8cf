import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

export const contentErrors: Readonly<Record<Extract<ErrorCode, `content.${string}`>, ErrorText>> = {
  'content.hashMismatch': {
    title: 'The file is not the one the platform published',
    cause:
      'Its SHA-256 differs from the published one: it was damaged on the way, or is not the platform’s. It has been removed.',
    nextStep:
      'Please refresh the list and download it again. If this happens again, do not take it from elsewhere; tell the platform’s support the code below.',
  },
  'content.diskFull': {
    title: 'The disk is full',
    cause: 'The download stopped because its disk is full; what has been downloaded is still there.',
    nextStep: 'Please free some room and continue; it does not begin again.',
  },
  'content.saveFailed': {
    title: 'The file was not written',
    cause: 'The folder cannot be written to, or its disk was removed.',
    nextStep: 'Please see that the folder can be written to and continue, or cancel and choose another folder.',
  },
  'content.fileGone': {
    title: 'The downloaded file was not found',
    cause: 'It was moved, renamed or deleted.',
    nextStep: 'Please open it where it is now, or download it again.',
  },
}
