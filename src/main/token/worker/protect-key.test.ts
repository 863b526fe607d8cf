import { expect, it } from 'vitest'
import { AppError } from '../../app-error.ts'
import { CKA } from './cryptoki.ts'
import { protectKey, type KeyProtection } from './protect-key.ts'

const handle = Buffer.alloc(8)

/** A module that ignored what C_UnwrapKey was told. */
function careless(obeys: (type: number) => boolean) {
  const attributes = new Map<number, boolean>([
    [CKA.sensitive, false],
    [CKA.extractable, true],
  ])
  const calls: string[] = []
  const module: KeyProtection = {
    C_GetAttributeValue: (_session: Buffer, _object: Buffer, asked: readonly { type: number }[]) => {
      calls.push('get')
      return asked.map(({ type }) => ({ type, value: Buffer.of(attributes.get(type) === true ? 1 : 0) }))
    },
    C_SetAttributeValue: (_session, _object, [attribute]) => {
      calls.push('set')
      if (attribute !== undefined && obeys(attribute.type)) attributes.set(attribute.type, attribute.value === true)
    },
  }
  return { module, attributes, calls }
}

it('corrects a key that came without its protection', () => {
  const { module, attributes, calls } = careless(() => true)
  protectKey(module, handle, handle)
  expect([attributes.get(CKA.sensitive), attributes.get(CKA.extractable)]).toEqual([true, false])
  expect(calls).toEqual(['get', 'set', 'set', 'get'])
  protectKey(module, handle, handle)
  expect(calls).toHaveLength(5)
})

it.each([[[] as number[]], [[CKA.sensitive]], [[CKA.extractable]]])(
  'does not accept a key of which the token only corrects %j',
  (obeyed) => {
    const { module } = careless((type) => obeyed.includes(type))
    expect(() => protectKey(module, handle, handle)).toThrow(new AppError('token.keyExposed'))
  },
)

it('does not accept a key whose protection the token does not tell, or does not let be set', () => {
  const silent = { ...careless(() => true).module, C_GetAttributeValue: () => [] }
  expect(() => protectKey(silent, handle, handle)).toThrow('token.keyExposed')
  const refuse = () => {
    throw new AppError('token.readOnly')
  }
  const stubborn = { ...careless(() => true).module, C_SetAttributeValue: refuse }
  expect(() => protectKey(stubborn, handle, handle)).toThrow('token.keyExposed')
})
