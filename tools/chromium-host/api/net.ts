import { strict } from '../strict.ts'

/** The `net` module: Node's fetch, without the session's proxy, cookies and certificate store. */
export const net = strict('net', {
  fetch: (input: string | Request, init?: RequestInit): Promise<Response> => fetch(input, init),
  isOnline: (): boolean => true,
})
