/** The fuzzer's own login, which its requests share. */
export interface Session {
  readonly token: () => Promise<string>
  /** The server does not know the token any more. */
  readonly end: () => void
}

export interface Credentials {
  readonly account: string
  readonly password: string
}

export function createSession(login: () => Promise<string>): Session {
  let current: string | undefined
  return {
    token: async () => (current ??= await login()),
    end: () => {
      current = undefined
    },
  }
}
