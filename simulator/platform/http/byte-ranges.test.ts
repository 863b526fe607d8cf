import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openOffice } from '../testing/office.ts'

const params = { downloadId: 'file-driver' }

async function openDownload() {
  const { client } = await openOffice()
  const whole = await client.send('getDownloadContent', { params })
  const get = async (headers: Readonly<Record<string, string>>) =>
    client.send('getDownloadContent', { params }, undefined, headers)
  /** Status, what Content-Range says, and whether these are the octets of the file from `first` on. */
  const ask = async (headers: Readonly<Record<string, string>>, first = 0) => {
    const { status, headers: answered, answer } = await get(headers)
    const isSame = Buffer.from(answer).equals(whole.answer.subarray(first, first + answer.length))
    return [status, answered.get('content-range'), answer.length, isSame]
  }
  return { client, whole, get, ask, size: whole.answer.length }
}

test('a file comes whole with what tells it from another version', async () => {
  const { client, whole } = await openDownload()
  const { items } = await client.call('listDownloads', { query: {} })
  const listed = items.find(({ id }) => id === params.downloadId)
  expect([whole.status, whole.answer.length, createHash('sha256').update(whole.answer).digest('hex')]).toEqual([
    200,
    listed?.size,
    listed?.sha256,
  ])
  const { headers } = whole
  expect(['content-type', 'content-length', 'accept-ranges', 'etag'].map((name) => headers.get(name))).toEqual([
    'application/octet-stream',
    '3145728',
    'bytes',
    `"${listed?.sha256 ?? ''}"`,
  ])
  expect(Math.floor(Date.parse(listed?.updatedAt ?? '') / 1000)).toBe(
    Date.parse(headers.get('last-modified') ?? '') / 1000,
  )
})

test.each([
  ['bytes=0-0', '0-0', 1],
  ['bytes=0-1048575', '0-1048575', 1_048_576],
  ['bytes=3145000-', '3145000-3145727', 728],
  ['bytes=3145000-9999999', '3145000-3145727', 728],
  ['bytes=-100', '3145628-3145727', 100],
  ['bytes=-9999999', '0-3145727', 3_145_728],
  ['BYTES=5-9', '5-9', 5],
  ['bytes=0-99999999999999999999999999', '0-3145727', 3_145_728],
])('%s is the part %s', async (range, part, length) => {
  const { ask, get, whole } = await openDownload()
  expect(await ask({ range }, Number.parseInt(part))).toEqual([206, `bytes ${part}/3145728`, length, true])
  const { headers } = await get({ range })
  for (const name of ['etag', 'last-modified', 'content-type', 'accept-ranges']) {
    expect(headers.get(name)).toBe(whole.headers.get(name))
  }
})

test.each([
  'bytes=0-1,4-5',
  'bytes=9-5',
  'bytes=-',
  'bytes=a-b',
  'bytes = 0-1',
  'bytes=0-1, ',
  'octets=0-1',
  '0-1',
  'bytes=1.5-2',
])('%s is answered with the whole file', async (range) => {
  const { ask, size } = await openDownload()
  expect(await ask({ range })).toEqual([200, null, size, true])
})

test.each(['bytes=3145728-', 'bytes=9999999-99999999', 'bytes=-0'])('%s cannot be had', async (range) => {
  const { get } = await openDownload()
  const { status, headers, problem } = await get({ range })
  expect([status, problem?.code, headers.get('content-range'), headers.get('content-type')]).toEqual([
    416,
    'download.range-not-satisfiable',
    'bytes */3145728',
    'application/problem+json; charset=utf-8',
  ])
})

test('a download goes on only with the version that it began with', async () => {
  const { ask, whole, size } = await openDownload()
  const etag = whole.headers.get('etag') ?? ''
  const modified = whole.headers.get('last-modified') ?? ''
  const later = new Date(Date.parse(modified) + 1000).toUTCString()
  for (const same of [etag, modified]) {
    expect(await ask({ range: 'bytes=10-19', 'if-range': same }, 10)).toEqual([206, 'bytes 10-19/3145728', 10, true])
  }
  for (const other of [`W/${etag}`, '"another"', later, 'nonsense']) {
    expect(await ask({ range: 'bytes=10-19', 'if-range': other })).toEqual([200, null, size, true])
  }
  expect(await ask({ range: 'bytes=9999999-', 'if-range': '"another"' })).toEqual([200, null, size, true])
})

test('an interrupted download that goes on is the same file', async () => {
  const { get, whole } = await openDownload()
  const first = await get({ range: 'bytes=0-1499999' })
  const rest = await get({ range: 'bytes=1500000-', 'if-range': first.headers.get('etag') ?? '' })
  expect(Buffer.concat([first.answer, rest.answer]).equals(whole.answer)).toBe(true)
})
