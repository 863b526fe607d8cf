import type { Page } from '@playwright/test'
import { misfits } from './audit.ts'
import { expect, test } from './fixture.ts'
import { entryOf } from './navigation.ts'

const expiring = { keyType: 'rsa-2048', days: [-338, 27] } as const
const longName = '中国（山东）自由贸易试验区济南片区'.repeat(4).slice(0, 60)
const pages = {
  'zh-CN': ['我的证书', '延期与修复', '平台证书', '电子印章', '我的业务', '环境检测', '帮助中心', '设置'],
  en: [
    'My certificates',
    'Renew and repair',
    'On the platform',
    'Electronic seals',
    'My orders',
    'Environment check',
    'Help',
    'Settings',
  ],
} as const

async function expectToFit(page: Page, names: readonly string[]): Promise<void> {
  await page.setViewportSize({ width: 960, height: 640 })
  for (const name of names) {
    await entryOf(page, name).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    expect.soft(await misfits(page), name).toEqual([])
  }
}

for (const language of ['zh-CN', 'en'] as const) {
  for (const textSize of [100, 200]) {
    test(`${language}, text of ${textSize} %: nothing is cut off, and nothing scrolls sideways at 960 × 640`, async ({
      desk,
      start,
    }) => {
      await desk.put({ ...expiring, holder: { subject: { organisation: longName, commonName: longName } } })
      await desk.putEncryption([-338, 27])
      const { page } = await start({ language, textSize })
      await expectToFit(page, pages[language])
      await page.getByRole('navigation').first().getByRole('button', { name: pages[language][0] }).click()
      await page.getByRole('button', { name: /^(延期：|Renew: )/ }).click()
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      expect.soft(await misfits(page), 'read').toEqual([])
    })
  }
}

test('with high contrast the state of a check and the length of a validity are still told', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  const fill = page.locator('.validity-fill').first()
  const colour = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  await expect(fill).toBeVisible()
  expect(await colour('.validity-fill')).not.toBe(await colour('.validity-track'))
  await page.getByRole('button', { name: '环境检测', exact: true }).first().click()
  await expect(page.locator('.state-mark svg').first()).toBeVisible()
  const mark = await page
    .locator('.state-mark')
    .first()
    .evaluate((element) => getComputedStyle(element).borderStyle)
  expect(mark).toBe('solid')
})

test('with reduced motion nothing moves', async ({ desk, start }) => {
  await desk.put(expiring)
  const { page } = await start()
  await page.getByRole('button', { name: '查看详情' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element)
        return animationName !== 'none' || transitionDuration.split(', ').some((duration) => duration !== '0s')
      }).length,
  )
  expect(moving).toBe(0)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.keyboard.press('Escape')
})
