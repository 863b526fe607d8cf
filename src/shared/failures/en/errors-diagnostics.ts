import type { ErrorCode } from '../../error-codes.ts'
import type { ErrorText } from '../failure-text.ts'

export const diagnosticsErrors: Readonly<Record<Extract<ErrorCode, `diagnostics.${string}`>, ErrorText>> = {
  'diagnostics.late': {
    title: 'This part is missing',
    cause: 'It gave no content within the time allowed and is not in the package.',
    nextStep: 'The rest is complete and can be saved; make the package again later if this part is needed.',
  },
  'diagnostics.expired': {
    title: 'The package has to be made again',
    cause: 'It is more than five minutes old, or a newer one was made, and it was not kept.',
    nextStep: 'Please make the package again and save it; its code will be another.',
  },
  'diagnostics.saveFailed': {
    title: 'The package was not saved',
    cause: 'The file could not be written; the folder may be read-only or the disk full.',
    nextStep: 'Please save it to another folder; its code stays the same.',
  },
  'diagnostics.fileGone': {
    title: 'The saved package was not found',
    cause: 'The file was moved or deleted, or the program has been restarted since.',
    nextStep: 'Please open the folder you chose, or make the package again.',
  },
}
