/** The second way into the network: a fetch that somebody else provides, in the place of our own connections. */
import type { AxiosRequestConfig } from 'axios'

interface FetchOptions extends RequestInit {
  readonly lastingSignal?: AbortSignal
}

/** Of one request: aborting the signal ends it, also after axios has stopped to read. */
export function lasting(signal: AbortSignal): Pick<AxiosRequestConfig, 'fetchOptions'> {
  return { fetchOptions: { lastingSignal: signal } satisfies FetchOptions }
}

/** The fetch adapter looks at neither agents nor proxies; what fetch does by default besides the request is off. */
export function throughFetch(fetch: typeof globalThis.fetch): AxiosRequestConfig {
  // axios takes its own signal away as soon as an answer is refused, and an unread body then keeps its connection for ever.
  const fetchUntilOver = (input: string | URL | Request, init: FetchOptions = {}): Promise<Response> => {
    const { lastingSignal, ...options } = init
    return fetch(input, { ...options, ...(lastingSignal === undefined ? {} : { signal: lastingSignal }) })
  }
  const fetchOptions = { cache: 'no-store', referrerPolicy: 'no-referrer' } satisfies FetchOptions
  return { adapter: 'fetch', env: { fetch: fetchUntilOver }, withCredentials: false, fetchOptions }
}
