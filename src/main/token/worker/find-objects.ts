import { AppError } from '../../app-error.ts'
import type { Cryptoki, Handle, Template } from './cryptoki.ts'

/** Room for handles in an answer, at least. */
const leastRoom = 512
/** More than any token holds; a module that goes on past this does not know where its objects end. */
const most = 100_000

/** Finds objects in one session; `atLeast` is how many there must be, as far as the caller knows. */
export type FindObjects = (session: Handle, template: Template, atLeast: number) => readonly Handle[]

/**
 * C_FindObjects may answer with fewer handles than it was asked for although there are more; only an empty answer is
 * the end (PKCS#11 v2.40, 5.7). That last question costs a call in every search, so it is left out where the answer is
 * as long as expected, unless this module has been seen to answer in pieces.
 */
export function createFindObjects(module: Cryptoki): FindObjects {
  let answersInPieces = false

  return (session, template, atLeast) => {
    const batch = roomFor(atLeast)
    module.C_FindObjectsInit(session, [...template])
    const found: Handle[] = []
    try {
      for (;;) {
        const piece = module.C_FindObjects(session, batch)
        if (piece.length === 0) break
        // What lies behind the room that it was given are no handles.
        if (piece.length > batch) throw searchFailed('moreThanAsked')
        if (found.length > 0 && found.length % batch !== 0) answersInPieces = true
        found.push(...piece)
        if (found.length > most) throw searchFailed('endless')
        if (piece.length < batch && found.length >= atLeast && !answersInPieces) break
      }
    } finally {
      module.C_FindObjectsFinal(session)
    }
    return found
  }
}

/** Where more is there than one answer usually holds, as much again: then a search is one answer long. */
function roomFor(atLeast: number): number {
  return atLeast > leastRoom && Number.isFinite(atLeast) ? 2 * atLeast : leastRoom
}

function searchFailed(detail: string): AppError {
  return new AppError('token.failed', { details: { call: 'C_FindObjects', detail } })
}
