/** SIGTERM asks: a program may save first, ask its user, or stay. */
export function askUnixProcess({ pid }: { readonly pid: number }): Promise<void> {
  try {
    process.kill(pid, 'SIGTERM')
  } catch {
    // It has ended by itself, or is not this user's: whether it still runs is looked at next.
  }
  return Promise.resolve()
}
