/** Runs tasks one after the other, in the order they came. */
export type Queue = <T>(task: () => T | Promise<T>) => Promise<T>

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const result = last.then(task)
    // A task that fails is its caller's affair; the next one runs all the same.
    last = result.catch(() => undefined)
    return result
  }
}
