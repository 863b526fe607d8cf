/** What electron-builder asks of fpm: options by name, and `from=to` for each file or folder that goes in. */
export interface FpmRequest {
  /** The last value of an option. */
  one(option: string): string | undefined
  /** As `one`, of an option that has to be there. */
  needed(option: string): string
  all(option: string): readonly string[]
  readonly inputs: readonly { readonly from: string; readonly to: string }[]
}

const flags = new Set(['--force', '--debug'])

export function readArguments(given: readonly string[]): FpmRequest {
  const options = new Map<string, readonly string[]>()
  const inputs: string[] = []
  const rest = given.filter((argument) => !flags.has(argument))
  for (let at = 0; at < rest.length; at += 1) {
    const argument = rest[at] ?? ''
    if (argument.startsWith('-')) {
      at += 1
      options.set(argument, [...(options.get(argument) ?? []), rest[at] ?? ''])
    } else inputs.push(argument)
  }
  const all = (option: string) => options.get(option) ?? []
  const one = (option: string) => all(option).at(-1)
  return {
    all,
    one,
    needed: (option) => {
      const value = one(option)
      if (value === undefined) throw new Error(`${option} is not among the arguments`)
      return value
    },
    inputs: inputs.map((input) => {
      const middle = input.lastIndexOf('=')
      return { from: input.slice(0, middle), to: input.slice(middle + 1) }
    }),
  }
}
