import { expect, test } from '../e2e/fixture.ts'
import { beginRenewal, enterPin, verifyPhone } from '../e2e/wizard.ts'
import { createFaultyModule } from '../support/faulty-module.ts'
import { picture } from './picture.ts'

const name = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)

test("a driver's own PIN box", async ({ desk, start }) => {
  const holder = { subject: { organisation: name, commonName: name } }
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27], holder })
  const module = await createFaultyModule(desk)
  const { page } = await start({ modules: [module.path], environment: module.environment })
  await beginRenewal(page, '延期')
  await verifyPhone(page, desk)
  await page.getByRole('button', { name: '初始化证书' }).click()
  module.hang('C_Login')
  await enterPin(page)
  await expect(page.getByText('驱动还没有回答')).toBeVisible()
  await picture(page, 'waiting-pin')
  await page.setViewportSize({ width: 960, height: 640 })
  await picture(page, 'waiting-pin-960')
  await page.getByRole('button', { name: '再等 2 分钟' }).click()
  await page.getByRole('button', { name: '停止等待' }).click()
  await expect(page.getByText('已停止等待')).toBeVisible()
  await picture(page, 'waiting-stopped-960')
  module.delay('C_CreateObject', 9000)
  await page.setViewportSize({ width: 1120, height: 740 })
  await page.getByRole('button', { name: '重试' }).click()
  await enterPin(page)
  await page.getByRole('button', { name: '执行延期' }).click()
  await expect(page.getByText('驱动还没有回答')).toBeVisible()
  await picture(page, 'waiting-step')
  module.mend()
  await expect(page.getByRole('heading', { name: '延期成功' })).toBeVisible()
})

test('a driver that is silent while it reads', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  module.delay('C_FindObjectsInit', 9000)
  const { page } = await start({ modules: [module.path], environment: module.environment })
  await expect(page.getByText('驱动还没有回答')).toBeVisible()
  await picture(page, 'waiting-read')
  module.mend()
})
