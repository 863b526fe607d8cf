import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createUsbTree, type UsbTree } from './testing/usb-tree.ts'
import type { UsbDevice } from './usb-bus.ts'
import { createLinuxWhoHolds } from './who-holds.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const step of undo.splice(0)) step()
})

const key: UsbDevice = { vendorId: '096e', productId: '0309', place: '1-2' }

function plugged(): UsbTree {
  const fields = { busnum: '1', devnum: '7' }
  const tree = createUsbTree({ '1-2': { ids: ['096e', '0309'], fields, interfaces: ['03'] } })
  undo.push(tree.remove)
  tree.put('1-2/1-2:1.0/0003:096E:0309.0001/hidraw/hidraw3/dev', '')
  return tree
}

/** A process that keeps a file open, started by `starter`. */
async function holding(file: string): Promise<ChildProcess> {
  const script = `require('node:fs').openSync(${JSON.stringify(file)}); console.log('open'); setInterval(() => 0, 1000)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  undo.push(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

/** As another program would be seen: none of this test's processes counts as its own. */
const aStranger = -1

it.each(['bus/usb/001/007', 'hidraw3'])('finds the process that has %s open', async (node) => {
  const tree = plugged()
  const child = await holding(tree.node(node))
  const whoHolds = createLinuxWhoHolds({ ...tree, proc: '/proc' }, aStranger)
  const { processes } = await whoHolds([key])
  expect(processes.map(({ pid }) => pid)).toEqual([child.pid])
  expect(processes[0]?.name).toMatch(/node|Main/)
})

it('finds nobody when other files are open', async () => {
  const tree = plugged()
  tree.node('hidraw3')
  await holding(tree.node('hidraw4'))
  expect((await createLinuxWhoHolds({ ...tree, proc: '/proc' }, aStranger)([key])).processes).toEqual([])
})

it('does not count this program and what it has started', async () => {
  const tree = plugged()
  await holding(tree.node('hidraw3'))
  expect((await createLinuxWhoHolds({ ...tree, proc: '/proc' })([key])).processes).toEqual([])
})

/** A /proc of this test's own. */
function processes(tree: UsbTree): { proc: string; add: (pid: number, name: string, open?: string) => void } {
  const proc = join(tree.usb, '..', 'proc')
  return {
    proc,
    add: (pid, name, open) => {
      mkdirSync(join(proc, String(pid), 'fd'), { recursive: true })
      writeFileSync(join(proc, String(pid), 'stat'), `${pid} (${name}) S 1 1 1 0`)
      if (open !== undefined) symlinkSync(open, join(proc, String(pid), 'fd', '3'))
    },
  }
}

it('reads names with brackets, and passes over who only hands readers on', async () => {
  const tree = plugged()
  const { proc, add } = processes(tree)
  const node = tree.node('bus/usb/001/007')
  add(1, 'init')
  add(10, 'CA (x) ) S 9', node)
  add(11, 'pcscd', node)
  expect(await createLinuxWhoHolds({ ...tree, proc }, aStranger)([key])).toEqual({
    ...{ processes: [{ pid: 10, name: 'CA (x) ) S 9' }], isComplete: true },
  })
})

it('does not take what it may not read for nobody', async () => {
  const tree = plugged()
  const { proc, add } = processes(tree)
  add(10, 'secret')
  rmSync(join(proc, '10', 'fd'), { recursive: true })
  // Listing a file fails for everyone, also for root.
  writeFileSync(join(proc, '10', 'fd'), '')
  expect(await createLinuxWhoHolds({ ...tree, proc }, aStranger)([key])).toEqual({ processes: [], isComplete: false })
  rmSync(proc, { recursive: true })
  expect(await createLinuxWhoHolds({ ...tree, proc }, aStranger)([key])).toEqual({ processes: [], isComplete: false })
})
