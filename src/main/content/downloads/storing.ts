import { AppError } from '../../app-error.ts'

/** The disk, or the user's part of it. */
const full: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG']

/** Does something with a file. Codes content.diskFull and content.saveFailed; what is ours already goes on as it is. */
export async function storing<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const isFull = cause instanceof Error && 'code' in cause && full.includes(cause.code)
    throw new AppError(isFull ? 'content.diskFull' : 'content.saveFailed', { cause })
  }
}
