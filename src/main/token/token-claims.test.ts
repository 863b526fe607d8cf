import { expect, it } from 'vitest'
import { hasCode } from '../app-error.ts'
import { createTokenClaims } from './token-claims.ts'

it('lets one work with a token, and the next one only after that', () => {
  const claims = createTokenClaims()
  const release = claims.claim(['A'])
  let refusal: unknown
  try {
    claims.claim(['A'])
  } catch (error) {
    refusal = error
  }
  expect(hasCode(refusal, 'token.busy')).toBe(true)
  claims.claim(['B'])
  release()
  claims.claim(['A'])
  // What was given back already gives nothing back again.
  release()
  expect(() => claims.claim(['A'])).toThrow('token.busy')
})

it('knows a key by each of its serial numbers, also when one of its interfaces has gone meanwhile', () => {
  const claims = createTokenClaims()
  const release = claims.claim(['A', 'a-0'])
  expect(() => claims.claim(['a-0'])).toThrow('token.busy')
  expect(() => claims.claim(['other', 'A'])).toThrow('token.busy')
  // A claim that was refused holds nothing.
  claims.claim(['other'])()
  release()
  const other = claims.claim(['a-0'])
  expect(() => claims.claim(['A', 'a-0'])).toThrow('token.busy')
  other()
  claims.claim(['A', 'a-0'])
})

it('tells when nobody works with any token: at once, or when the last one is given back', async () => {
  const claims = createTokenClaims()
  await claims.idle()
  const releases = ['A', 'B'].map((key) => claims.claim([key]))
  const seen: string[] = []
  const idle = claims.idle().then(() => seen.push('idle'))
  for (const [index, release] of releases.entries()) {
    await Promise.resolve()
    seen.push(`release ${index}`)
    release()
  }
  await idle
  expect(seen).toEqual(['release 0', 'release 1', 'idle'])
})
