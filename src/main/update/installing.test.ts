/** From a package that is here to the end of the program, and what the next start makes of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageOctets } from '../../../tests/support/update-feed.ts'
import { createUpdateWorld } from './testing/update-world.ts'

const feedName = 'latest-linux.yml'
const content = packageOctets(2)
const world = createUpdateWorld(feedName)
const { open, packages } = world

const ready = async (changes = {}) => {
  world.feed.release({ version: '0.2.0', content })
  const updates = await open(changes)
  await updates.cases.look()
  await updates.cases.download()
  await updates.until('ready')
  return updates
}

it('never while a token is being written to: not offered, not fetched, not installed', async () => {
  let writing: string | undefined
  const updates = await ready({ writing: () => writing })
  writing = 'renewal'
  expect(await updates.cases.report()).toMatchObject({ isHeldUp: true, isNews: false })
  expect((await updates.cases.download()).failure?.code).toBe('update.renewalActive')
  expect(await updates.cases.install()).toMatchObject({ stage: 'ready', failure: { code: 'update.renewalActive' } })
  expect(world.stand.left()).toBe(0)
  writing = undefined
  expect(await updates.cases.install()).toMatchObject({ stage: 'installing' })
})

it('a renewal that began while the installation was prepared comes first', async () => {
  let writing: string | undefined
  let prepared = 0
  const updates = await ready({
    writing: () => writing,
    installer: {
      prepare: () => {
        prepared += 1
        if (prepared === 2) writing = 'renewal'
        return Promise.resolve({ install: () => Promise.resolve() })
      },
    },
  })
  expect((await updates.cases.install()).failure?.code).toBe('update.renewalActive')
  expect([world.stand.left(), existsSync(join(world.stand.folder, 'update/start.json'))]).toEqual([0, false])
})

it('a package that was changed after it had come is not installed', async () => {
  const updates = await ready()
  writeFileSync(packages()[0] ?? '', 'something else')
  expect(await updates.cases.install()).toMatchObject({ stage: 'available', failure: { code: 'update.corrupt' } })
  expect([world.stand.left(), packages()]).toEqual([0, []])
})

it('what was ready is ready after a restart, unless it was changed meanwhile', async () => {
  await (await ready()).close()
  const again = await open()
  expect(await again.until('ready')).toMatchObject({ offer: { version: '0.2.0' } })
  await again.close()
  writeFileSync(packages()[0] ?? '', Buffer.alloc(content.length))
  const third = await open()
  expect(await third.until('paused')).toMatchObject({ offer: { version: '0.2.0' } })
  await third.cases.download()
  expect((await third.until('available')).failure?.code).toBe('update.corrupt')
})

it('a kept feed that somebody has changed is not believed', async () => {
  await (await ready()).close()
  const path = join(world.stand.folder, 'update/update.json')
  const memory = JSON.parse(readFileSync(path, 'utf8')) as { feed: { content: string } }
  const text = Buffer.from(memory.feed.content, 'base64').toString('utf8').replaceAll('0.2.0', '0.4.0')
  writeFileSync(
    path,
    JSON.stringify({ ...memory, feed: { ...memory.feed, content: Buffer.from(text).toString('base64') } }),
  )
  const again = await open()
  expect(await again.cases.report()).toMatchObject({ stage: 'idle' })
  expect(packages()).toEqual([])
})

it('an installation that fails starts the program again, which tells', async () => {
  const updates = await ready({
    installer: { prepare: () => Promise.resolve({ install: () => Promise.reject(new Error('no rights')) }) },
  })
  await updates.cases.install()
  await updates.close()
  expect([world.stand.relaunched(), world.stand.installed]).toEqual([1, []])
  const again = await open()
  expect((await again.cases.report()).failure).toEqual({ code: 'update.notInstalled', details: { version: '0.2.0' } })
})

it('is off in the demonstration, and where the program cannot replace itself', async () => {
  const demo = await open({ mode: 'demo' })
  expect(await demo.cases.look()).toMatchObject({ stage: 'unsupported' })
  await expect(demo.cases.saveAddress(world.feed.address)).rejects.toThrow('demo.fixed')
  const unpacked = await open({ host: { installation: undefined } })
  expect(await unpacked.cases.look()).toMatchObject({ stage: 'unsupported' })
  expect(world.feed.asked).toEqual([])
})
