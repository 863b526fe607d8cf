/** The one file that knows which request of the page a line of the log belongs to. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const requests = new AsyncLocalStorage<string>()

/** Runs this as one request: all that it does, and whatever that awaits, has the same new id of eight characters. */
export function asRequest<T>(action: () => T): T {
  return requests.run(newId(), action)
}

/** Undefined for what the program does by itself: it looks for drivers, polls a token. */
export function currentRequestId(): string | undefined {
  return requests.getStore()
}

/** A UUID for X-Request-Id, new for each sending, that begins with the id of the request it is sent for. */
export function sendingId(): string {
  const id = randomUUID()
  const request = currentRequestId()
  return request === undefined ? id : `${request}${id.slice(request.length)}`
}

/** As a UUID begins; without four digits in a row, which would be hidden where a line is redacted again. */
function newId(): string {
  const id = randomUUID().slice(0, 8)
  return /\d{4}/.test(id) ? newId() : id
}
