import { expect, it } from 'vitest'
import { hasCode } from '../app-error.ts'
import { createTokenClaims } from './token-claims.ts'

it('lets one work with a token, and the next one only after that', () => {
  const claims = createTokenClaims()
  const release = claims.claim('A')
  let refusal: unknown
  try {
    claims.claim('A')
  } catch (error) {
    refusal = error
  }
  expect(hasCode(refusal, 'token.busy')).toBe(true)
  claims.claim('B')
  release()
  claims.claim('A')
  // What was given back already gives nothing back again.
  release()
  expect(() => claims.claim('A')).toThrow('token.busy')
})

it('tells when nobody works with any token: at once, or when the last one is given back', async () => {
  const claims = createTokenClaims()
  await claims.idle()
  const releases = ['A', 'B'].map(claims.claim)
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
