import { expect, it } from 'vitest'
import { builtInDriverTable } from '../drivers/driver-table.ts'
import { builtInConflictTable, ConflictTableFile } from './conflict-table.ts'
import { fitsPattern } from './name-match.ts'

const table = builtInConflictTable()
const file = { kind: 'conflicts', ...table }
const [first] = table.products

const whoseProcess = (name: string) =>
  table.products.filter(({ processes }) => processes.some((entry) => fitsPattern(name, entry.name))).map(({ id }) => id)
const whosePort = (port: number) =>
  table.products.filter(({ ports }) => ports.some((entry) => entry.port === port)).map(({ id }) => id)

it.each([
  ['KeyX.exe', ['netca-keyx']],
  ['NETCAWEBSOCKETSERVER.EXE', ['netca-keyx']],
  ['bjcacertd_3kgm.exe', ['bjca-certificate-aide', 'feitian-certd']],
  ['SKClient.exe', ['jsca-client']],
  ['gxSer.exe', ['jsca-client']],
  ['HEBCA-helper.exe', ['hebca-helper']],
  ['PNXClient.exe', ['jit-pnx']],
  ['epsng_certd.exe', ['feitian-certd']],
  ['newbank_certd64.exe', ['feitian-certd']],
  ['ePassManager_3003.exe', ['feitian-manager']],
  ['mtoken_iosvr.exe', ['longmai-service']],
  ['GM3000Admin.exe', ['longmai-admin']],
  ['HTCloseCSP.exe', ['haitai-close-csp']],
  ['CNCBUK2WDMon.exe', ['watchdata-tools']],
  ['certd', []],
  ['explorer.exe', []],
  ['CertUserTool.exe', []],
])('knows whose process %s is', (name, products) => {
  expect(whoseProcess(name)).toEqual(products)
})

it.each([
  [20443, ['netca-keyx']],
  [21061, ['bjca-certificate-aide']],
  [42003, ['jsca-client']],
  [18495, ['sheca-aide']],
  [17215, ['hebca-helper']],
  [51245, ['longmai-service']],
  [443, []],
])('knows whose port %d is', (port, products) => {
  expect(whosePort(port)).toEqual(products)
})

it('claims to have met nothing: no such program has run here', () => {
  expect(table.products.filter(({ evidence }) => evidence === 'verified')).toEqual([])
})

it('takes no name alone for a product that everybody may bear', () => {
  const telling = (id: string) =>
    table.products
      .find((product) => product.id === id)
      ?.processes.flatMap(({ name, certainty }) => (certainty === undefined ? [] : [name]))
  expect([telling('jsca-client'), telling('feitian-certd')]).toEqual([
    ['ClientServer.exe', 'CLodopPrint32.exe'],
    ['*certd*.exe'],
  ])
})

it('names makers as the table of drivers does', () => {
  const vendors = new Set(builtInDriverTable().drivers.map(({ vendor }) => vendor))
  const makers = table.products.flatMap(({ belongsTo }) => belongsTo.makers)
  expect(makers.filter((maker) => !vendors.has(maker))).toEqual([])
  expect(makers.length).toBeGreaterThan(3)
})

it('tells how to end each, in sentences', () => {
  const sentences = table.products.flatMap(({ quit, effect }) => [...quit, effect])
  expect(sentences.filter((sentence) => !/^[^!！]+。$/.test(sentence))).toEqual([])
})

it('says where a row is known from in words, not in signs that only its writers know', () => {
  const signs = /ci:|\b[A-Z]{1,3}\d?\b/
  expect(table.products.flatMap(({ source }) => (signs.test(source) ? [source] : []))).toEqual([])
})

it.each([
  ['another kind of file', { ...file, kind: 'drivers' }],
  ['a row twice', { ...file, products: [first, { ...first, product: 'another' }] }],
  ['two rows of one name', { ...file, products: [first, { ...first, id: 'another' }] }],
  ['a pattern that is everybody’s name', { ...file, products: [{ ...first, processes: [{ name: '*.exe' }] }] }],
  ['a pattern of stars', { ...file, products: [{ ...first, processes: [{ name: 'k*e*y*x*server' }] }] }],
  ['no port at all', { ...file, products: [{ ...first, ports: [{ port: 0 }] }] }],
  ['part of a name that every name has', { ...file, products: [{ ...first, installed: [' '] }] }],
  ['no way to end it', { ...file, products: [{ ...first, quit: [] }] }],
  [
    'a row that recognises nothing',
    { ...file, products: [{ ...first, processes: [], ports: [], services: [], folders: [], installed: [] }] },
  ],
])('refuses %s', (_what, wrong) => {
  expect(ConflictTableFile.safeParse(wrong).success).toBe(false)
})

it('leaves out what a newer table may know more', () => {
  const newer = { ...file, products: [{ ...first, colour: 'blue' }] }
  expect(ConflictTableFile.parse(newer).products).toEqual([first])
})
