/** For tests only: a server of updates, and programs that ask it, for as long as a test runs. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { serveUpdates, type UpdateFeed } from '../../../../tests/support/update-feed.ts'
import { createUpdateStand, type OpenedUpdates, type UpdateStand } from './open-for-tests.ts'

/** New for each test. */
interface UpdateWorld {
  readonly feed: UpdateFeed
  readonly stand: UpdateStand
  /** As it is, without an address. */
  readonly openBare: UpdateStand['open']
  /** With the address of the feed. */
  readonly open: UpdateStand['open']
  /** Paths of what has been brought here. */
  readonly packages: () => readonly string[]
}

/** To be called once in a file, outside of its tests; what is in it is there within them. */
export function createUpdateWorld(feedName: string): UpdateWorld {
  let feed: UpdateFeed | undefined
  let stand: UpdateStand | undefined
  let opened: OpenedUpdates[] = []
  const openBare: UpdateStand['open'] = async (changes) => {
    const one = await world.stand.open(changes)
    opened.push(one)
    return one
  }
  const world: UpdateWorld = {
    get feed() {
      return withinTest(feed)
    },
    get stand() {
      return withinTest(stand)
    },
    openBare,
    open: (changes = {}) => openBare({ address: world.feed.address, ...changes }),
    packages: () => {
      const folder = join(world.stand.folder, 'update/packages')
      return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
    },
  }
  beforeEach(async () => {
    feed = await serveUpdates(feedName)
    stand = createUpdateStand(feedName, feed.key)
  })
  afterEach(async () => {
    for (const one of opened) await one.close()
    opened = []
    world.stand.remove()
    await world.feed.close()
  })
  return world
}

function withinTest<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('there is a world within a test only')
  return part
}
