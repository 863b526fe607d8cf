import { randomUUID } from 'node:crypto'
import type { Send } from './send.ts'

export interface Credentials {
  readonly account: string
  readonly password: string
}

/** The fuzzer's own login, which its requests share. */
export interface Session {
  readonly token: () => Promise<string>
  /** The server does not know the token any more. */
  readonly end: () => void
}

export function createSession(send: Send, loginPath: string, { account, password }: Credentials): Session {
  let current: string | undefined
  return {
    token: async () => (current ??= await login(send, loginPath, { account, password })),
    end: () => {
      current = undefined
    },
  }
}

async function login(send: Send, target: string, credentials: Credentials): Promise<string> {
  const { status, body } = await send({
    method: 'POST',
    target,
    headers: [
      ['content-type', 'application/json'],
      ['x-request-id', randomUUID()],
    ],
    body: Buffer.from(JSON.stringify(credentials)),
  })
  if (status !== 201) throw new Error(`the login was answered with ${status}: ${body.toString().slice(0, 200)}`)
  return (JSON.parse(body.toString()) as { accessToken: string }).accessToken
}
