import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { policyKeys } from '../../../shared/settings/policy-keys.ts'
import { parsePolicy } from './parse-policy.ts'

const pin = Buffer.alloc(32, 7).toString('base64')

it('takes every key, and a list of one without its brackets', () => {
  const values = {
    platformAddress: 'https://ca.example.com',
    rootCertificate: 'root.pem',
    pins: [pin],
    proxy: 'proxy.example.com:8080',
    useSystemNetwork: false,
    modules: ['/opt/vendor/libkey.so'],
    trustedAuthorities: ['ca.cer'],
    updateAddress: 'https://updates.example.com/',
    language: 'zh-CN',
    reminders: true,
    staysInBackground: true,
  }
  expect(Object.keys(values).sort()).toEqual([...policyKeys].sort())
  const policy = { values, locked: ['platformAddress', 'proxy'], problems: [] }
  expect(parsePolicy({ ...values, locked: ['proxy', 'platformAddress'] })).toEqual(policy)
  expect(parsePolicy({ pins: pin, locked: 'pins' })).toEqual({
    values: { pins: [pin] },
    locked: ['pins'],
    problems: [],
  })
})

it.each([
  ['platformAddress', 'http://ca.example.com'],
  ['platformAddress', 'https://user:secret@ca.example.com'],
  ['proxy', 'direct://'],
  ['proxy', 'user:secret@proxy.example.com'],
  ['pins', ['sha256/abc']],
  ['pins', 'none'],
  ['useSystemNetwork', 'yes'],
  ['updateAddress', 'http://updates.example.com'],
  ['language', 'fr'],
  ['reminders', 0],
  ['modules', [7]],
])('leaves out %s: %j, tells it, and does not lock it', (key, value) => {
  expect(parsePolicy({ [key]: value, staysInBackground: true, locked: [key] })).toEqual({
    values: { staysInBackground: true },
    locked: [],
    problems: [{ key, fault: 'invalid' }],
  })
})

it('has no name that switches a check off', () => {
  const names = ['rejectUnauthorized', 'approvedPlainOrigin', 'insecure', 'skipGate', 'verify', 'constructor']
  for (const name of names) {
    const policy: unknown = JSON.parse(`{ "${name}": true }`)
    expect(parsePolicy(policy)).toEqual({ values: {}, locked: [], problems: [{ key: name, fault: 'unknown' }] })
  }
})

it('tells names that it does not know, also among the locked ones', () => {
  expect(parsePolicy({ platformAdress: 'https://ca.example.com', locked: ['platformAdress', 'modules'] })).toEqual({
    values: {},
    locked: ['modules'],
    problems: [
      { key: 'platformAdress', fault: 'unknown' },
      { key: 'platformAdress', fault: 'unknown' },
    ],
  })
  expect(parsePolicy({ locked: { proxy: true } }).problems).toEqual([{ key: 'locked', fault: 'invalid' }])
})

it.each([null, 'text', 7, [['proxy', 'none']]])('refuses %j as a whole', (content) => {
  expect(() => parsePolicy(content)).toThrow('settings.policyUnreadable')
})

it('never fails on an object, and never locks what it does not use', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...policyKeys, 'locked'), fc.string()), fc.jsonValue()),
      (content) => {
        const { values, locked, problems } = parsePolicy(content)
        for (const { key } of problems) expect(locked as readonly string[]).not.toContain(key)
        const used = [...Object.keys(values), ...problems.map(({ key }) => key)]
        for (const key of Object.keys(content)) if (key !== 'locked') expect(used).toContain(key.slice(0, 100))
      },
    ),
  )
})

/** 部署说明.md is what administrators copy from. */
const guide = readFileSync(join(import.meta.dirname, '../../../../docs/部署说明.md'), 'utf8')
const examples = [...guide.matchAll(/```json\n([^]*?)```/g)].map(([, text]) => text ?? '')

it('takes the examples of the guide for administrators as they stand', () => {
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) expect(parsePolicy(JSON.parse(example)).problems).toEqual([])
  const named = examples.flatMap((example) => Object.keys(JSON.parse(example) as object))
  for (const key of [...policyKeys, 'locked']) expect(named).toContain(key)
})

it('finds every key, and no other, in the table of that guide', () => {
  const rows = [...guide.matchAll(/^\| `([A-Za-z]+)` +\|/gm)].map(([, name]) => name)
  expect(rows.sort()).toEqual([...policyKeys, 'locked'].sort())
})
