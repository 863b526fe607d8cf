import { describe, expect, it } from 'vitest'
import { mediaType, parseJson } from './json-body.ts'

describe('mediaType', () => {
  it.each([
    ['application/json', 'application/json'],
    ['Application/JSON; charset=UTF-8', 'application/json'],
    ['application/problem+json;charset="utf-8"', 'application/problem+json'],
    ['text/html; charset=gbk', 'text/html'],
    ['application/json; charset=gbk', undefined],
    ['application/json, text/html', undefined],
    ['json', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %j as %j', (header, type) => {
    expect(mediaType(header)).toBe(type)
  })
})

describe('parseJson', () => {
  it('drops __proto__ at every depth and leaves the prototype alone', () => {
    const body = '{"a":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1},"constructor":"kept"}'
    const parsed = parseJson(Buffer.from(body))
    expect(parsed).toEqual({ ok: true, value: { a: {}, constructor: 'kept' } })
    expect(JSON.stringify(parsed)).not.toContain('polluted')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['broken JSON', Buffer.from('{"a":')],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22])],
    ['GBK', Buffer.from([0x22, 0xb2, 0xe2, 0x22])],
    ['nesting without end', Buffer.from('['.repeat(200_000) + ']'.repeat(200_000))],
  ])('refuses %s', (_, body) => {
    expect(parseJson(body)).toEqual({ ok: false })
  })
})
