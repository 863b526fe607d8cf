import { describe, expect, it } from 'vitest'

import type { Cryptoki, Handle } from './cryptoki.ts'
import { createFindObjects } from './find-objects.ts'

const session = Buffer.alloc(8)

/** A module that finds `total` objects and tells `piece` of them at a time. */
function moduleWith(total: number, piece: number): { readonly module: Cryptoki; readonly questions: () => number } {
  let questions = 0
  let told = 0
  const calls = {
    C_FindObjectsInit: () => void (told = 0),
    C_FindObjectsFinal: () => undefined,
    C_FindObjects: (_session: Handle, room: number): readonly Handle[] => {
      questions += 1
      const count = Math.min(piece, room, total - told)
      told += count
      return Array.from({ length: count }, (_, index) => Buffer.of(told - count + index))
    },
  }
  // Only what a search calls.
  return { module: calls as unknown as Cryptoki, questions: () => questions }
}

describe('createFindObjects', () => {
  it('does not ask again where the answer is as long as expected', () => {
    const { module, questions } = moduleWith(3, 512)
    expect(createFindObjects(module)(session, [], 3)).toHaveLength(3)
    expect(questions()).toBe(1)
  })

  it('asks until there is nothing more where there should be more', () => {
    const { module, questions } = moduleWith(3, 512)
    expect(createFindObjects(module)(session, [], 4)).toHaveLength(3)
    expect(questions()).toBe(2)
  })

  it('does not trust a short answer of a module that has answered in pieces', () => {
    const { module } = moduleWith(10, 2)
    const findObjects = createFindObjects(module)
    expect(findObjects(session, [], Number.POSITIVE_INFINITY)).toHaveLength(10)
    expect(findObjects(session, [], 1)).toHaveLength(10)
  })

  it('goes on after an answer as long as modules usually give, although no more was expected', () => {
    const { module } = moduleWith(700, 512)
    expect(createFindObjects(module)(session, [], 300)).toHaveLength(700)
  })

  it('makes room for all that should be there, in one answer', () => {
    const { module, questions } = moduleWith(1200, 5000)
    expect(createFindObjects(module)(session, [], 1200)).toHaveLength(1200)
    expect(questions()).toBe(1)
  })

  it('finds more than one answer holds', () => {
    const { module } = moduleWith(1200, 512)
    expect(createFindObjects(module)(session, [], 0)).toHaveLength(1200)
  })
})
