import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../e2e/fixture.ts'
import { picture } from './picture.ts'

const dayMs = 86_400_000

/** A key in a drawer, with so many days left. */
function remembered(letter: string, days: number, holder: string, changes = {}) {
  const at = (offset: number) => new Date(Date.now() + offset * dayMs).toISOString()
  return {
    ...{ fingerprint: letter.repeat(64), holder, cardNumber: `****${letter.repeat(4)}`, notAfter: at(days) },
    ...{ lastSeenAt: at(-12), told: [], isMuted: false, ...changes },
  }
}

test('reminders in the settings', async ({ desk, start }) => {
  await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const certificates = [
    remembered('1', -3, '李*', { told: [{ days: 0, at: new Date().toISOString() }] }),
    remembered('2', 4, '青岛****公司'),
    remembered('3', 61, '烟台****中心', { isMuted: true }),
    remembered('4', 120, '山东****集团', { renewableFrom: new Date(Date.now() + 30 * dayMs).toISOString() }),
  ]
  writeFileSync(join(desk.userData, 'reminders.json'), JSON.stringify({ certificates }))
  const { page } = await start()
  await expect(page.getByText('天后到期', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await page.getByRole('heading', { name: '到期提醒' }).scrollIntoViewIfNeeded()
  await expect(page.getByText('7 天前不提醒', { exact: true })).toBeVisible()
  await page
    .locator('section', { has: page.getByRole('heading', { name: '到期提醒' }) })
    .first()
    .scrollIntoViewIfNeeded()
  await picture(page, 'settings-reminders')
  await page.setViewportSize({ width: 960, height: 640 })
  await page.getByText('7 天前不提醒', { exact: true }).scrollIntoViewIfNeeded()
  await picture(page, 'settings-reminders-narrow')
})
