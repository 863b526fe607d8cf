/** Updates by the real code, in front of a server on this computer that can be told to behave badly. */
import { readFileSync, statSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packageOctets, serveUpdates } from '../../../tests/support/update-feed.ts'
import { createUpdateWorld } from './testing/update-world.ts'

const feedName = 'latest-linux.yml'
const content = packageOctets(2)
const world = createUpdateWorld(feedName)
const { open, openBare, packages } = world

it('looks nowhere and offers nothing until an address is set', async () => {
  const updates = await openBare()
  expect(await updates.cases.report()).toMatchObject({ stage: 'off', isNews: false })
  expect(await updates.cases.look()).toMatchObject({ stage: 'off' })
  expect(world.feed.asked).toEqual([])
  expect(await updates.cases.saveAddress(` ${world.feed.address}/ `)).toMatchObject({ stage: 'idle' })
})

it.each([
  ['http://updates.example.com', 'plain-http'],
  ['ftp://updates.example.com', 'scheme'],
  ['https://a:b@updates.example.com', 'credentials'],
  ['https://updates.example.com?a=1', 'query'],
  ['updates', 'malformed'],
])('does not take %s as an address', async (address, reason) => {
  const updates = await openBare()
  await expect(updates.cases.saveAddress(address)).rejects.toMatchObject({
    failure: { code: 'update.addressInvalid', details: { reason } },
  })
  expect(await updates.cases.report()).toMatchObject({ stage: 'off' })
})

it('a newer version is shown, asked about, brought here with its progress, and installed when the program has ended', async () => {
  world.feed.release({ version: '0.2.0', content, notes: '<b>新</b>\u202e功能\n第二行' })
  const updates = await open()
  const found = await updates.cases.look()
  expect(found).toMatchObject({ stage: 'available', isNews: true, received: 0 })
  // Nothing of a package is asked for before the user says so; hostile notes are text.
  expect(world.feed.asked).toEqual([feedName, `${feedName}.sig`])
  expect(found.offer).toEqual({
    ...{ version: '0.2.0', size: content.length, keepsPrevious: false },
    ...{ notes: '<b>新</b> 功能\n第二行', releasedAt: '2026-11-20T02:00:00.000Z' },
  })
  await updates.cases.download()
  expect(await updates.until('ready')).toMatchObject({ received: content.length, isNews: true })
  const steps = world.stand.published.filter(({ stage }) => stage === 'loading').map(({ received }) => received)
  expect(new Set(steps).size).toBeGreaterThan(2)
  const [file = ''] = packages()
  expect(readFileSync(file).equals(content)).toBe(true)
  expect(world.stand.installed).toEqual([])
  expect(await updates.cases.install()).toMatchObject({ stage: 'installing' })
  expect([world.stand.left(), world.stand.installed]).toEqual([1, []])
  await updates.close()
  expect(world.stand.installed).toEqual(['0.2.0'])
})

it.each([['0.1.0'], ['0.0.9'], ['0.1']])('%s is nothing new for 0.1.0', async (version) => {
  world.feed.release({ version, content })
  const updates = await open()
  const { stage, failure } = await updates.cases.look()
  expect([stage, failure?.code]).toEqual(version === '0.1' ? ['idle', 'update.feedUnreadable'] : ['current', undefined])
  expect(await updates.cases.download()).toMatchObject({ received: 0 })
  expect(packages()).toEqual([])
})

it('an older feed than was seen is told as such, however good its signature, also after a restart', async () => {
  world.feed.release({ version: '0.3.0', content })
  const first = await open()
  expect(await first.cases.look()).toMatchObject({ stage: 'available' })
  world.feed.release({ version: '0.2.0', content })
  expect(await first.cases.look()).toMatchObject({
    failure: { code: 'update.feedOlder', details: { version: '0.2.0', seen: '0.3.0' } },
    offer: { version: '0.3.0' },
  })
  await first.close()
  const second = await open()
  expect((await second.cases.look()).failure?.code).toBe('update.feedOlder')
})

const refusals: readonly [string, () => void, string][] = [
  [
    'a changed octet',
    () =>
      world.feed.files.set(feedName, Buffer.concat([world.feed.files.get(feedName) ?? Buffer.of(), Buffer.from(' ')])),
    'wrong',
  ],
  [
    'another signature',
    () => world.feed.files.set(`${feedName}.sig`, Buffer.alloc(64, 7).toString('base64') as never),
    'wrong',
  ],
  ['no signature', () => world.feed.files.delete(`${feedName}.sig`), 'missing'],
  [
    'a web page for a signature',
    () => world.feed.files.set(`${feedName}.sig`, Buffer.from('<html>login</html>')),
    'missing',
  ],
  ['another key', () => world.feed.sign(feedName, world.feed.otherKeyFile), 'wrong'],
  [
    'the signature and the content of another system’s feed',
    () => {
      world.feed.release({ version: '0.2.0', content, feed: 'latest.yml' })
      for (const end of ['', '.sig'])
        world.feed.files.set(`${feedName}${end}`, world.feed.files.get(`latest.yml${end}`) ?? Buffer.of())
    },
    'wrong',
  ],
]
it.each(refusals)('%s: nothing is read, offered or remembered', async (_name, spoil, reason) => {
  world.feed.release({ version: '0.2.0', content })
  spoil()
  const updates = await open()
  const report = await updates.cases.look()
  expect(report).toMatchObject({ stage: 'idle', failure: { code: 'update.signature', details: { reason } } })
  expect([report.offer, report.checkedAt]).toEqual([undefined, undefined])
})

it('a program that knows no key asks nobody and says why; one of several keys is enough', async () => {
  world.feed.release({ version: '0.2.0', content })
  const locked = await open({ host: { keys: [] } })
  expect(await locked.cases.look()).toMatchObject({
    ...{ stage: 'locked', failure: { code: 'update.signature', details: { reason: 'no-key' } } },
  })
  expect(world.feed.asked).toEqual([])
  const [other, stranger] = [await serveUpdates(feedName), await serveUpdates(feedName)]
  await Promise.all([other.close(), stranger.close()])
  const rotating = await open({ host: { keys: [other.key, world.feed.key] } })
  expect(await rotating.cases.look()).toMatchObject({ stage: 'available' })
})

it('a feed that is signed and not to be understood, or has nothing for this computer, is refused', async () => {
  const updates = await open()
  world.feed.files.set(feedName, Buffer.from('version: 9.9.9\nfiles:\n - url: ../../evil.deb\n'))
  world.feed.sign(feedName)
  expect((await updates.cases.look()).failure?.code).toBe('update.feedUnreadable')
  world.feed.release({ version: '0.2.0', content, extension: 'rpm' })
  expect((await updates.cases.look()).failure?.code).toBe('update.feedUnreadable')
  world.feed.files.set(feedName, Buffer.from('a: &a [x,x]\nb: &b [*a,*a]\n'))
  world.feed.sign(feedName)
  expect((await updates.cases.look()).failure?.code).toBe('update.feedUnreadable')
})

it('a redirect is not followed, a server that is not there and a file that is not are told apart', async () => {
  const elsewhere = await serveUpdates(feedName)
  const updates = await open()
  expect((await updates.cases.look()).failure).toMatchObject({ code: 'update.notThere', details: { status: 404 } })
  world.feed.redirect(elsewhere.address)
  expect((await updates.cases.look()).failure?.code).toBe('update.redirected')
  expect(elsewhere.asked).toEqual([])
  await elsewhere.close()
  await updates.cases.saveAddress(elsewhere.address)
  expect((await updates.cases.look()).failure).toMatchObject({
    code: 'update.unreachable',
    details: { network: 'ECONNREFUSED' },
  })
})

it('goes on where it was cut off, over a restart and without the feed, and asks for no octet twice', async () => {
  world.feed.release({ version: '0.2.0', content })
  const first = await open()
  await first.cases.look()
  world.feed.cut('.deb', 150_000)
  await first.cases.download()
  const stopped = await first.until('paused')
  expect(stopped).toMatchObject({ failure: { code: 'update.unreachable' } })
  expect(stopped.received).toBeGreaterThan(0)
  await first.close()
  const second = await open()
  expect(await second.until('paused')).toMatchObject({ received: stopped.received, offer: { version: '0.2.0' } })
  await second.cases.download()
  await second.until('ready')
  const name = 'CertUserTool-0.2.0-linux-amd64.deb'
  expect(world.feed.asked.slice(2)).toEqual([name, `${name} bytes=${stopped.received}-`])
  expect(readFileSync(packages()[0] ?? '').equals(content)).toBe(true)
})

it('begins again when the file on the server is another one since; what is not the signed one is removed', async () => {
  world.feed.release({ version: '0.2.0', content })
  const updates = await open()
  await updates.cases.look()
  world.feed.cut('.deb', 150_000)
  await updates.cases.download()
  await updates.until('paused')
  world.feed.files.set('CertUserTool-0.2.0-linux-amd64.deb', packageOctets(9))
  await updates.cases.download()
  expect(await updates.until('available')).toMatchObject({ failure: { code: 'update.corrupt' }, received: 0 })
  expect(packages()).toEqual([])
  world.feed.files.set('CertUserTool-0.2.0-linux-amd64.deb', content)
  await updates.cases.download()
  await updates.until('ready')
})

it.each([
  ['one octet is another', (octets: Uint8Array) => octets.with(7, 255)],
  ['it is longer', (octets: Uint8Array) => Buffer.concat([octets, octets])],
  ['it is shorter', (octets: Uint8Array) => octets.subarray(0, -1)],
])('a package is removed when %s than was signed', async (_name, change) => {
  world.feed.release({ version: '0.2.0', content })
  world.feed.files.set('CertUserTool-0.2.0-linux-amd64.deb', change(content))
  const updates = await open()
  await updates.cases.look()
  await updates.cases.download()
  expect(await updates.until('available')).toMatchObject({ failure: { code: 'update.corrupt' } })
  expect([packages(), world.stand.failures]).toEqual([[], ['update.corrupt']])
  expect(await updates.cases.install()).toMatchObject({ stage: 'available' })
  expect(world.stand.left()).toBe(0)
})

it('a server that falls silent ends in a stop that can be gone on from; the user can stop too', async () => {
  world.feed.release({ version: '0.2.0', content })
  const deadlines: AbortController[] = []
  const deadline = () => {
    const controller = new AbortController()
    deadlines.push(controller)
    return controller.signal
  }
  const updates = await open({ deadline })
  await updates.cases.look()
  world.feed.cut('.deb', 100_000, 'silent')
  await updates.cases.download()
  await expect.poll(() => packages().map((path) => statSync(path).size)).toEqual([100_000])
  const count = world.feed.asked.length
  for (const one of deadlines) one.abort()
  // As long as something came, the next call goes on by itself.
  await updates.until('ready')
  expect(world.feed.asked.length).toBe(count + 1)
  world.feed.release({ version: '0.3.0', content: packageOctets(3) })
  await updates.cases.look()
  world.feed.cut('.deb', 100_000, 'silent')
  await updates.cases.download()
  await expect.poll(async () => (await updates.cases.report()).received).toBeGreaterThan(0)
  expect(await updates.cases.stop()).toMatchObject({ stage: 'paused', received: 100_000 })
  expect((await updates.cases.report()).failure).toBeUndefined()
})
