import { expect, test } from 'vitest'
import { maxSealImageBytes } from '../../../src/shared/platform/schemas/seals.ts'
import { openOffice } from '../testing/office.ts'
import { sealPicture } from '../testing/pictures.ts'

async function waitingForPicture() {
  const office = await openOffice()
  const { certificateId } = await office.enrol(27)
  const { id: sealId } = await office.client.call('createSeal', {
    body: { type: 'official', name: '公章', certificateId },
  })
  return { ...office, params: { sealId } }
}

test('octets arrive as they were sent', async () => {
  const { client, params } = await waitingForPicture()
  const picture = sealPicture()
  await client.call('putSealImage', { params, upload: picture })
  const { answer, headers } = await client.send('getSealImage', { params })
  expect(Buffer.from(answer).equals(picture)).toBe(true)
  expect([headers.get('content-type'), headers.get('content-length')]).toEqual(['image/png', String(picture.length)])
})

test.each(['application/json', 'image/jpeg', 'text/plain', 'multipart/form-data; boundary=x', 'nonsense'])(
  'a picture sent as %s is malformed',
  async (type) => {
    const { client, params } = await waitingForPicture()
    const sent = await client.send('putSealImage', { params, upload: sealPicture() }, undefined, {
      'content-type': type,
    })
    expect(sent.problem).toMatchObject({ code: 'request.malformed', status: 400 })
    expect((await client.call('getSeal', { params })).state).toBe('draft')
  },
)

test('nothing at all is malformed, and an empty picture is a bad one', async () => {
  const { client, origin, params } = await waitingForPicture()
  const { accessToken } = await client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  const path = `${origin}/api/v1/seals/${params.sealId}/image`
  const nothing = await fetch(path, { method: 'PUT', headers: { authorization: `Bearer ${accessToken}` } })
  expect(await nothing.json()).toMatchObject({ code: 'request.malformed', status: 400 })
  expect((await client.refused('putSealImage', { params, upload: new Uint8Array() })).code).toBe('seal.bad-image')
})

test('a picture of exactly the limit is read, one octet more is too large', async () => {
  const { client, params } = await waitingForPicture()
  const codeOf = async (length: number) =>
    (await client.refused('putSealImage', { params, upload: new Uint8Array(length) })).code
  expect(await codeOf(maxSealImageBytes)).toBe('seal.bad-image')
  expect(await codeOf(maxSealImageBytes + 1)).toBe('seal.too-large')
  expect(await codeOf(8 * maxSealImageBytes)).toBe('seal.too-large')
})

test('a picture of unknown length that grows too large is refused as well', async () => {
  const { client, origin, params } = await waitingForPicture()
  const { accessToken } = await client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  const response = await fetch(`${origin}/api/v1/seals/${params.sealId}/image`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'image/png' },
    body: new Blob([new Uint8Array(maxSealImageBytes + 1)]).stream(),
    duplex: 'half',
  } as RequestInit)
  expect([response.status, await response.json()]).toMatchObject([413, { code: 'seal.too-large' }])
})

test('a picture is no body of another operation', async () => {
  const { client, enrol } = await waitingForPicture()
  const { certificateId } = await enrol(20)
  const body = { kind: 'renewal', certificateId } as const
  const sent = await client.send('createOrder', { body }, undefined, { 'content-type': 'image/png' })
  expect(sent.problem).toMatchObject({ code: 'request.malformed', status: 400 })
})
