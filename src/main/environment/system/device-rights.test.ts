import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { builtInDriverTable } from '../../drivers/driver-table.ts'
import { createLinuxUsbBus } from '../../usb/linux-usb-bus.ts'
import { createUsbTree, type TreeDevice, type UsbTree } from '../../usb/testing/usb-tree.ts'
import { createDeviceRightsCheck, type DeviceParts } from './check-device-rights.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0)) step()
})

const { drivers } = builtInDriverTable()
const key: TreeDevice = { ids: ['096e', '0309'], fields: { busnum: '1', devnum: '7' }, interfaces: ['03'] }
const reader: TreeDevice = { ...key, interfaces: ['0b'] }
const mouse: TreeDevice = { ids: ['046d', 'c077'], fields: { busnum: '1', devnum: '3' }, interfaces: ['03'] }

function plug(devices: Readonly<Record<string, TreeDevice>>, nodes: readonly string[]): UsbTree {
  const tree = createUsbTree(devices)
  undo.push(tree.remove)
  tree.put('1-2/1-2:1.0/0003:096E:0309.0001/hidraw/hidraw3/dev', '')
  for (const node of nodes) tree.node(node)
  return tree
}

async function rights(tree: UsbTree, change: Partial<DeviceParts> = {}) {
  const bus = createLinuxUsbBus(tree.usb)
  const parts = { platform: 'linux', bus, drivers: () => drivers, roots: tree, userId: 1000, ...change } as const
  const findings = await createDeviceRightsCheck(parts).run(new AbortController().signal)
  return findings.map(({ state, failure, facts, subject, details }) => ({
    words: [state, failure?.code ?? facts?.['form'], failure?.details?.['reason']]
      .filter((word) => word !== undefined)
      .join(' '),
    subject,
    files: details?.map(({ value }) => value),
  }))
}

const both = ['bus/usb/001/007', 'hidraw3']

it('is right where both files of the key can be read and written', async () => {
  const [row] = await rights(plug({ '1-2': key, '1-3': mouse }, both))
  expect(row).toEqual({ words: 'ok', subject: 'ePass3000GM', files: ['/dev/bus/usb/001/007', '/dev/hidraw3'] })
})

it.each(both)('is missing where %s is refused', async (node) => {
  const tree = plug({ '1-2': key }, both)
  const path = join(tree.dev, node)
  chmodSync(path, 0o400)
  // Root gets past every permission, but not past a link to itself.
  if (process.getuid?.() === 0) {
    rmSync(path)
    symlinkSync(path, path)
  }
  const [row] = await rights(tree)
  expect(row?.words).toBe('attention environment.deviceRights denied')
})

it.each(both)('cannot be told where %s is not there', async (node) => {
  const words = (
    await rights(
      plug(
        { '1-2': key },
        both.filter((one) => one !== node),
      ),
    )
  ).map((row) => row.words)
  expect(words).toEqual(['unknown environment.deviceRights absent'])
})

it('cannot be told of a key that was pulled out meanwhile', async () => {
  const tree = plug({ '1-2': key }, both)
  const bus = createLinuxUsbBus(tree.usb)
  const seen = await bus.list()
  rmSync(join(tree.usb, '1-2'), { recursive: true })
  const [row] = await rights(tree, { bus: { list: () => Promise.resolve(seen) } })
  expect(row?.words).toBe('unknown environment.deviceRights absent')
})

it.each<[string, Readonly<Record<string, TreeDevice>>, Partial<DeviceParts>, string]>([
  ['another system', { '1-2': key }, { platform: 'win32' }, 'not-applicable other-system'],
  ['no bus to see', {}, {}, 'unknown'],
  ['only a mouse', { '1-3': mouse }, {}, 'not-applicable no-key'],
  ['a key that the smart card service reads', { '1-2': reader }, {}, 'not-applicable reader'],
  ['root', { '1-2': key }, { userId: 0 }, 'not-applicable root'],
])('%s', async (_, devices, change, words) => {
  const tree = createUsbTree(devices)
  undo.push(tree.remove)
  expect((await rights(tree, change)).map((row) => row.words)).toEqual([words])
})

it('has a row for each key', async () => {
  const other = { ...key, ids: ['055c', 'e618'], fields: { busnum: '2', devnum: '11' }, interfaces: [] } as const
  const rows = await rights(plug({ '1-2': key, '2-1': other }, [...both, 'bus/usb/002/011']))
  expect(rows.map(({ words, files }) => [words, files?.length])).toEqual([
    ['ok', 2],
    ['ok', 1],
  ])
})
