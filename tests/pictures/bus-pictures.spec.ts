import type { BusReport } from '../../src/shared/ipc/models-bus.ts'
import { expect, test, type Program } from '../e2e/fixture.ts'
import { sampleOverview } from '../support/fake-desktop.ts'
import { picture } from './picture.ts'

const model = '智能密码钥匙（国密二级，双证书）中国（山东）自由贸易试验区专用版'
const key = {
  vendor: '北京某某信息安全技术股份有限公司',
  model,
  driverId: 'feitian-epass3000gm',
  hasPage: true,
} as const
const processes = [
  { pid: 4711, name: 'CAAssistant' },
  { pid: 815, name: 'BJCAClientUpdat' },
]
const reports: readonly (readonly [name: string, title: string, report: BusReport])[] = [
  ['nothing', '没有检测到 USB Key', { cause: 'nothing', hasPage: false }],
  ['driver-missing', '但没有找到它的驱动', { cause: 'driver-missing', ...key }],
  ['driver-32-bit', '驱动是 32 位的', { cause: 'driver-32-bit', ...key }],
  ['in-use', '正被其他程序打开', { cause: 'in-use', ...key, processes }],
  ['unknown-key', '还不认识', { cause: 'unknown-key', hasPage: false, model: 'USB CCID Smart Card Reader' }],
  ['unread', '驱动没有读到它', { cause: 'cannot-tell', ...key }],
]

/** What main would tell, were this on the bus: no test has such a key. */
async function tell({ app, page }: Program, bus: BusReport, title: string): Promise<void> {
  const overview = sampleOverview({ tokens: [], cards: [], bus })
  await app.evaluate(({ BrowserWindow }, payload) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('certificates:changed', payload)
  }, overview)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

test('why no key is read', async ({ start }) => {
  const program = await start({ modules: [] })
  // What main itself tells has been told: it would take the place of what is told here.
  await expect(program.page.getByRole('heading', { name: '没有找到驱动' })).toBeVisible()
  for (const [name, title, report] of reports) {
    await program.page.setViewportSize({ width: 1120, height: 740 })
    await tell(program, report, title)
    await picture(program.page, `token-${name}`)
    await program.page.setViewportSize({ width: 960, height: 640 })
    await picture(program.page, `token-${name}-960`)
  }
})
