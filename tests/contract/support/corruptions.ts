import type { Answer, Corrupt } from './corrupting-proxy.ts'

type Json = Readonly<Record<string, unknown>>

/** Spoils the answers with a success status to this request only. */
export function where(asked: RegExp, change: (answer: Answer) => Answer): Corrupt {
  return (request, answer) => (asked.test(request) && answer.status < 300 ? change(answer) : answer)
}

/** A JSON object becomes another one. */
export function json(change: (body: Json) => unknown): (answer: Answer) => Answer {
  return (answer) => ({
    ...answer,
    body: Buffer.from(JSON.stringify(change(JSON.parse(answer.body.toString()) as Json))),
  })
}

export function without(name: string): (body: Json) => Json {
  return (body) => Object.fromEntries(Object.entries(body).filter(([field]) => field !== name))
}

/** Changes each entry of a page. */
export function items(change: (item: Json) => Json): (body: Json) => Json {
  return (body) => ({ ...body, items: (body['items'] as readonly Json[]).map(change) })
}
