/** What cannot be called back (a PAC script, a name server) is not waited for once one of the signals has come. */
export function unlessGivenUp<T>(task: Promise<T>, signals: readonly (AbortSignal | undefined)[]): Promise<T> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.any(signals.filter((one) => one !== undefined))
    const onAbort = (): void => reject(new Error('given up', { cause: signal.reason }))
    if (signal.aborted) onAbort()
    signal.addEventListener('abort', onAbort, { once: true })
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}
