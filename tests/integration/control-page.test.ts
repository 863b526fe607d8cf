/** The page of the simulator's control port in a real browser. */
import { chromium, type Page } from '@playwright/test'
import { expect, onTestFinished, test } from 'vitest'
import { openControlPort } from '../../simulator/platform/control/control-port.ts'
import { lastCode, openOffice } from '../../simulator/platform/testing/office.ts'
import { findChromium } from '../../tools/chromium-host/chromium/flags.ts'

async function openPage(options: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(options)
  const control = await openControlPort(office.simulator)
  onTestFinished(() => control.close())
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  const open = (token: string) => page.goto(`${control.origin}/#${token}`)
  return { office, control, page, open, complaints }
}

const textOf = (page: Page, id: string) => page.locator(`#${id}`).innerText()

test('shows codes and orders as they come, and decides about an order', async () => {
  const { office, control, page, open, complaints } = await openPage({ review: true })
  await open(control.token)
  await page.getByText('还没有短信').waitFor()
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await page.getByText(lastCode(office.simulator), { exact: true }).waitFor()
  await office.submit(old, order)
  await page.getByRole('button', { name: '通过' }).click()
  await page.getByText('已签发，等待确认').waitFor()
  const state = async () => (await office.client.call('getOrder', { params: { orderId: order.id } })).state
  expect(await state()).toBe('issued')
  expect(complaints).toEqual([])
})

test('rejects an order with a reason, and asks first', async () => {
  const { office, control, page, open } = await openPage({ review: true })
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  await open(control.token)
  await page.getByRole('button', { name: '驳回', exact: true }).click()
  await page.getByRole('button', { name: '不驳回' }).click()
  const current = () => office.client.call('getOrder', { params: { orderId: order.id } })
  expect((await current()).state).toBe('in-review')
  await page.getByRole('button', { name: '驳回', exact: true }).click()
  await page.getByLabel('原因').fill('材料不齐')
  await page.getByRole('button', { name: '驳回这个订单' }).click()
  await page.getByText('已驳回', { exact: true }).waitFor()
  expect(await current()).toMatchObject({ state: 'rejected', problem: { detail: '材料不齐' } })
})

test('arms faults and moves the clock', async () => {
  const { office, control, page, open } = await openPage()
  await open(control.token)
  await page.getByLabel('发生什么').selectOption({ label: '办完后断开连接' })
  await page.getByLabel('用在').selectOption({ label: '提交证书请求' })
  await page.getByLabel('次数').fill('2')
  await page.getByRole('button', { name: '设置故障' }).click()
  await page.getByText('还有 2 次').waitFor()
  expect(office.simulator.faults.armed()).toEqual([{ kind: 'drop-after-commit', operation: 'submitCsr', times: 2 }])
  await page.getByLabel('发生什么').selectOption({ label: '加密证书：私钥包损坏' })
  expect(await page.getByLabel('用在').isVisible()).toBe(false)
  await page.getByRole('button', { name: '解除全部故障' }).click()
  await page.getByText('没有等待发生的故障').waitFor()
  expect(office.simulator.faults.armed()).toEqual([])
  await page.getByRole('button', { name: '拨快 1 天' }).click()
  await page.getByText('比电脑时间快 1 天').waitFor()
  expect(office.simulator.clock.offset()).toBe(86_400_000)
})

test('a name with markup in it stays a name', async () => {
  const { office, control, page, open } = await openPage()
  const commonName = '<img src=x onerror=alert(1)><b>张三</b>'
  await office.orderFor(await office.enrol(27, undefined, { subject: { commonName } }))
  await open(control.token)
  await page.getByText(commonName).waitFor()
  expect(await page.locator('#orders img, #orders b').count()).toBe(0)
})

test('without the right token it shows nothing and says what to do', async () => {
  const { page, open } = await openPage()
  await open('wrong')
  await page.getByText('请用模拟器启动时显示的地址重新打开').waitFor()
  expect(await page.locator('main').isVisible()).toBe(false)
  expect(await textOf(page, 'messages')).toBe('')
})
