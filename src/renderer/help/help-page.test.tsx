// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const field = () => screen.getByRole('combobox', { name: '搜索帮助' })
const titles = () => screen.queryAllByRole('option').map((option) => option.querySelector('span')?.textContent)

async function openHelp(desktop: FakeDesktop) {
  const user = await renderApp(desktop)
  await press(user, '帮助中心')
  await screen.findByRole('button', { name: '忘记 PIN' })
  return user
}

test('lists every article below its topic, and opens one with the way back', async () => {
  const user = await openHelp(createFakeDesktop())
  const topic = within(screen.getByRole('region', { name: 'PIN' }))
  expect(topic.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'PIN 输错了',
    'USB Key 锁定了',
    '忘记 PIN',
    'PIN 的长度和字符要求',
  ])
  await press(user, '忘记 PIN')
  expect(await screen.findByRole('heading', { name: '怎么办' })).toBeDefined()
  expect(document.activeElement?.textContent).toBe('返回')
  const [link] = within(screen.getByRole('article')).getAllByRole('button', { name: 'USB Key 锁定了' })
  if (link === undefined) throw new Error('the article has no link')
  await user.click(link)
  expect(await screen.findByRole('article', { name: 'USB Key 锁定了' })).toBeDefined()
  await press(user, '返回')
  expect(await screen.findByRole('article', { name: '忘记 PIN' })).toBeDefined()
  await press(user, '返回')
  expect(screen.getByRole('region', { name: 'PIN' })).toBeDefined()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '忘记 PIN' }))
})

test('searches as one types, and is used with the keys alone', async () => {
  const user = await openHelp(createFakeDesktop())
  await user.type(field(), '短信')
  await waitFor(() => expect(titles()).toEqual(['收不到短信验证码', '短信验证码不正确或已过期']))
  expect(screen.getByText('找到 2 条，用上下键选择，按回车打开')).toBeDefined()
  const chosen = () => screen.getByRole('option', { selected: true }).id
  expect(field().getAttribute('aria-activedescendant')).toBe(chosen())
  await user.keyboard('{ArrowDown}')
  expect(chosen()).toMatch(/sms-code-refused$/)
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}')
  expect(await screen.findByRole('article', { name: '短信验证码不正确或已过期' })).toBeDefined()
  expect(titles()).toEqual([])
  await user.keyboard('{Enter}')
  expect(titles()).toEqual(['收不到短信验证码', '短信验证码不正确或已过期'])
  expect(document.activeElement).toBe(field())
  await user.keyboard('{Escape}')
  expect(field()).toHaveProperty('value', '')
  expect(screen.getByRole('region', { name: 'PIN' })).toBeDefined()
})

test('asks the newest question when the one before is answered, and shows no older answer', async () => {
  const desktop = createFakeDesktop()
  const answer = desktop.bridge.invoke['knowledge:search']
  const asked: { readonly query: string; readonly finish: () => void }[] = []
  const held: typeof answer = (input) =>
    new Promise((resolve) => asked.push({ ...input, finish: () => void answer(input).then(resolve) }))
  Object.assign(desktop.bridge.invoke, { 'knowledge:search': held })
  const user = await openHelp(desktop)
  const queries = () => asked.map(({ query }) => query)
  await user.type(field(), '密码忘')
  expect(queries()).toEqual(['密'])
  asked[0]?.finish()
  await waitFor(() => expect(queries()).toEqual(['密', '密码忘']))
  expect(titles()).toEqual([])
  await user.type(field(), '了')
  asked[1]?.finish()
  await waitFor(() => expect(queries().at(-1)).toBe('密码忘了'))
  expect(titles()).toEqual([])
  asked[2]?.finish()
  await waitFor(() => expect(titles()).toEqual(['忘记 PIN']))
  await user.type(field(), '吗')
  await user.clear(field())
  asked[3]?.finish()
  await act(() => Promise.resolve())
  expect([queries().at(-1), titles()]).toEqual(['密码忘了吗', []])
})

test('says what to do when nothing is found', async () => {
  const user = await openHelp(createFakeDesktop())
  await user.type(field(), '火星')
  expect(await screen.findByRole('heading', { name: '没有找到' })).toBeDefined()
  expect(screen.getByText(/请换一个说法/)).toBeDefined()
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('says why a search was not answered, asks the same again, and forgets it with the next', async () => {
  const desktop = createFakeDesktop()
  const user = await openHelp(desktop)
  const asked = () => desktop.calls.filter(({ channel }) => channel === 'knowledge:search').length
  desktop.failOnce('knowledge:search', 'internal')
  await user.click(field())
  await user.paste('短信')
  expect(await screen.findByText('程序出现意外情况')).toBeDefined()
  await press(user, '重试')
  await waitFor(() => expect(titles()).toHaveLength(2))
  expect([asked(), screen.queryByText('程序出现意外情况')]).toEqual([2, null])
  desktop.failOnce('knowledge:search', 'internal')
  await user.type(field(), '码')
  expect(await screen.findByText('程序出现意外情况')).toBeDefined()
  await user.clear(field())
  expect(screen.queryByText('程序出现意外情况')).toBeNull()
  expect(document.activeElement).toBe(field())
})

test('says why there are no topics, and reads them again', async () => {
  const desktop = createFakeDesktop()
  desktop.failOnce('knowledge:topics', 'internal')
  const user = await renderApp(desktop)
  await press(user, '帮助中心')
  expect(await screen.findByText('程序出现意外情况')).toBeDefined()
  await press(user, '重试')
  expect(await screen.findByRole('region', { name: 'PIN' })).toBeDefined()
  expect(screen.queryByText('程序出现意外情况')).toBeNull()
})

test('says why an article cannot be shown', async () => {
  const desktop = createFakeDesktop()
  const user = await openHelp(desktop)
  desktop.failOnce('knowledge:article', 'internal')
  await press(user, '忘记 PIN')
  expect(await screen.findByText('程序出现意外情况')).toBeDefined()
})

test('the page of a code names what other programs say by their values', async () => {
  const user = await openHelp(createFakeDesktop())
  await press(user, '密钥与证书对不上')
  const article = within(await screen.findByRole('article', { name: '密钥与证书对不上' }))
  const [code] = article.getAllByText('issued.otherKey')
  const link = code?.parentElement?.querySelector('button')
  if (link === null || link === undefined) throw new Error('the article does not lead to the code')
  await user.click(link)
  expect(await screen.findByText('BJCA 公钥核对 0x0B0000A9')).toBeDefined()
})
