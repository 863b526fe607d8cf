import { describe, expect, it } from 'vitest'

import { findById, proveById } from './find-by-id.ts'
import { certificate, foreign, place, privateKey, publicKey, tokenWith } from './testing/token-with.ts'

describe('findById', () => {
  it('takes the one object that was not listed for the private key, without asking', () => {
    const asked: string[] = []
    const state = tokenWith([certificate, publicKey, privateKey], asked)
    expect(findById(state, place('01', '02'), 'aa').map(({ kind, isProven }) => [kind, isProven])).toEqual([
      ['certificate', true],
      ['publicKey', true],
      ['privateKey', false],
    ])
    expect(asked).toEqual([])
  })

  it('asks for class and id of what was not listed when it is more than one', () => {
    const asked: string[] = []
    const state = tokenWith([certificate, publicKey, privateKey], asked)
    expect(findById(state, place(), 'aa').map(({ kind }) => kind)).toEqual(['certificate', 'publicKey', 'privateKey'])
    expect(asked).toEqual(['01', '02', '03'])
  })
})

describe('proveById', () => {
  it('leaves out what a careless search has found of another id', () => {
    const state = tokenWith([certificate, publicKey, foreign], [])
    const found = proveById(state, place('01', '02'), 'aa')
    expect(found.map(({ handle }) => handle)).toEqual([certificate, publicKey])
  })

  it('leaves out an object that was listed with another id', () => {
    const state = tokenWith([certificate, publicKey, privateKey], [])
    expect(proveById(state, place('01', '02'), 'bb')).toEqual([])
  })
})
