let remembered: readonly string[] = []

export function rememberArguments(args: readonly string[]): void {
  remembered = args
}

/** The arguments that the executable was started with, without Node's own. */
export function originalArguments(): readonly string[] {
  return remembered
}
