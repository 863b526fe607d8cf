import { createLinuxUsbBus } from '../src/main/usb/linux-usb-bus.ts'
import { createUsbTree, type TreeDevice } from '../src/main/usb/testing/usb-tree.ts'
import { createLinuxWhoHolds } from '../src/main/usb/who-holds.ts'
import { medianOf, progress } from './measure.ts'

/** What asking a bus of 20 devices costs, every two seconds while there is no token: ms, medians. Linux only. */
export async function measureBus() {
  progress('bus')
  const tree = createUsbTree(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`1-${index + 1}`, device])))
  try {
    const [key] = (await createLinuxUsbBus(tree.usb).list()) ?? []
    const whoHolds = createLinuxWhoHolds({ ...tree, proc: '/proc' })
    return {
      listMs: await medianOf(50, () => createLinuxUsbBus(tree.usb).list()),
      holdersMs: await medianOf(20, () => whoHolds(key === undefined ? [] : [key])),
    }
  } finally {
    tree.remove()
  }
}

const device: TreeDevice = {
  ids: ['096e', '0309'],
  fields: { product: 'ePass3000GM', manufacturer: 'Feitian', serial: 'A1', busnum: '1', devnum: '7' },
  interfaces: ['03', '03'],
}
