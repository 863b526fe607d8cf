import { lookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import type { NameFault } from '../../../shared/failure-words.ts'

/** The addresses of a name, as the client's own connections find them (getaddrinfo). Rejects with Node's error. */
export type Lookup = (host: string) => Promise<readonly string[]>

/**
 * Asks once for all who want to know the same at the same time: a question that nobody answers holds a thread of the
 * few that reading files needs too, and cannot be called back.
 */
export function createLookup(ask: Lookup = askSystem): Lookup {
  const asking = new Map<string, Promise<readonly string[]>>()
  return (host) => {
    const under = asking.get(host) ?? ask(host).finally(() => asking.delete(host))
    asking.set(host, under)
    return under
  }
}

async function askSystem(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true })
  return found.map(({ address }) => address)
}

/** Of an error of the lookup: a name that does not exist is another matter than nobody to ask. */
export function nameFaultOf(thrown: unknown, isOffline: boolean): NameFault {
  if (isOffline) return 'offline'
  const code: unknown = thrown instanceof Error ? Reflect.get(thrown, 'code') : undefined
  return code === 'ENOTFOUND' || code === 'ENODATA' ? 'unknown-name' : 'no-resolver'
}

/** Is this computer in no network at all? */
export function isOffline(interfaces = networkInterfaces()): boolean {
  return Object.values(interfaces).every((addresses = []) => addresses.every(({ internal }) => internal))
}
