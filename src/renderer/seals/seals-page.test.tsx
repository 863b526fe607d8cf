// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { sampleSeal, sampleSealCertificate } from '../../../tests/support/sample-seals.ts'
import type { SealModel } from '../../shared/ipc/models-seals.ts'
import { forgetApp, renderApp } from '../testing/render-app.tsx'
import { press } from '../testing/wizard.ts'

afterEach(forgetApp)

const company = '济南示例科技有限公司'

async function openWith(seals: readonly SealModel[], desktop = createFakeDesktop()) {
  desktop.answer('seals:list', ({ page }) => ({
    ok: true,
    value: { items: [...seals], page, pageSize: 20, total: seals.length, readAt: new Date().toISOString() },
  }))
  const user = await renderApp(desktop)
  await press(user, '电子印章')
  await screen.findByRole('heading', { name: '电子印章' })
  return { desktop, user }
}

const inputsOf = ({ calls }: FakeDesktop, channel: string) =>
  calls.filter((call) => call.channel === channel).map(({ input }) => JSON.parse(JSON.stringify(input)) as unknown)

test('each seal says its state in a word, and offers what can be done with it', async () => {
  const states: readonly (readonly [SealModel['state'], string, string])[] = [
    ['draft', '待提交', '继续提交 查看 删除'],
    ['in-review', '待审核', '查看'],
    ['approved', '审核通过', '查看'],
    ['rejected', '已驳回', '重新提交 查看 删除'],
    ['enabled', '已启用', '查看'],
    ['disabled', '已停用', '查看'],
    ['cancelled', '已注销', '查看'],
    ['expired', '已过期', '查看'],
  ]
  await openWith(states.map(([state]) => sampleSeal({ id: state, state })))
  const table = await screen.findByRole('table', { name: '电子印章列表' })
  const shown = [...table.querySelectorAll('tbody tr')].map((row) => {
    const words = [...row.querySelectorAll('button')].map(({ textContent }) => textContent)
    return [row.querySelector('.tag')?.textContent, words.join(' ')]
  })
  expect(shown).toEqual(states.map(([, word, actions]) => [word, actions]))
})

test('the reason of a refusal is readable whole, and the picture is read once', async () => {
  const rejection = '印章名称不清楚，'.repeat(20)
  const { desktop } = await openWith([sampleSeal({ state: 'rejected', rejection })])
  expect(await screen.findByText(`驳回原因：${rejection}`)).toBeDefined()
  expect(await screen.findByRole('img', { name: `${company}的印模` })).toBeDefined()
  expect(inputsOf(desktop, 'seals:image')).toEqual([{ sealId: 'seal-1', imageSha256: 'ab'.repeat(32) }])
})

test('a picture that is not the registered one is not shown, and the details say why', async () => {
  const desktop = createFakeDesktop()
  desktop.failOnce('seals:image', 'seal.otherPicture')
  const { user } = await openWith([sampleSeal()], desktop)
  expect(await screen.findByText('与登记的不一致')).toBeDefined()
  expect(screen.queryByRole('img', { name: `${company}的印模` })).toBeNull()
  desktop.failOnce('seals:image', 'seal.otherPicture')
  await press(user, `查看：${company}`)
  expect(await screen.findByText('印章图片与登记的不一致，没有显示')).toBeDefined()
})

test('type, state, card number and words narrow the list down', async () => {
  const { desktop, user } = await openWith([sampleSeal()])
  await user.selectOptions(await screen.findByRole('combobox', { name: '印模类型' }), '合同专用章')
  await user.selectOptions(screen.getByRole('combobox', { name: '状态' }), '已驳回')
  await user.selectOptions(screen.getByRole('combobox', { name: '卡号' }), '已插入的 3701 0088 2231')
  await user.type(screen.getByRole('searchbox', { name: '搜索印章' }), '济南{Enter}')
  await screen.findByRole('table', { name: '电子印章列表' })
  const cardNumber = '370100882231'
  expect(inputsOf(desktop, 'seals:list').at(-1)).toEqual({
    ...{ page: 1, type: 'contract', state: 'rejected', cardNumber, search: '济南' },
  })
})

test('where the platform has no seals, that is said and nothing can be registered', async () => {
  const desktop = createFakeDesktop()
  desktop.failOnce('seals:list', 'seal.notOffered')
  await openWith([], desktop)
  expect(await screen.findByText('这个平台没有电子印章业务')).toBeDefined()
  expect(screen.queryByRole('button', { name: '注册电子印章' })).toBeNull()
})

test('a seal is removed after a question only', async () => {
  const { desktop, user } = await openWith([sampleSeal({ state: 'draft' })])
  await press(user, `删除：${company}`)
  expect(await screen.findByText(/会从平台上删除，删除后不能恢复/)).toBeDefined()
  expect(inputsOf(desktop, 'seals:remove')).toEqual([])
  await user.click(screen.getByText('删除这枚印章', { selector: '.form-actions button' }))
  expect(inputsOf(desktop, 'seals:remove')).toEqual([{ sealId: 'seal-1' }])
})

test('the certificate of the plugged-in key is meant, and a name that differs is not gone on with', async () => {
  const desktop = createFakeDesktop()
  const other = sampleSealCertificate({
    id: 'c-2',
    publicKeySha256: '9'.repeat(64),
    serialNumber: '99',
    commonName: '他',
  })
  desktop.answer('seals:certificates', () => ({ ok: true, value: { items: [other, sampleSealCertificate()] } }))
  const { user } = await openWith([], desktop)
  await press(user, '注册电子印章')
  const chosen = await screen.findByRole<HTMLInputElement>('radio', { name: new RegExp(company) })
  expect(chosen.checked).toBe(true)
  const name = screen.getByRole<HTMLInputElement>('textbox', { name: '印模名称' })
  expect(name.value).toBe(company)
  await user.click(screen.getByRole('radio', { name: /合同专用章/ }))
  expect(name.value).toBe(`${company}合同专用章`)
  await user.clear(name)
  await press(user, '下一步：印章图片')
  expect(screen.getByText('请填写印模名称。')).toBeDefined()
  await user.type(name, '别的公司合同专用章')
  expect(screen.getByText(`名称要以证书上的单位名称开头，后面写明用途：${company}……`)).toBeDefined()
  await press(user, '下一步：印章图片')
  expect(screen.queryByRole('button', { name: '选择图片' })).toBeNull()
  await user.clear(name)
  await user.type(name, `${company}合同专用章`)
  await press(user, '下一步：印章图片')
  expect(await screen.findByRole('button', { name: '选择图片' })).toBeDefined()
  expect(inputsOf(desktop, 'seals:register')).toEqual([])
})

test('where the platform has no certificate yet, that is said as what it is', async () => {
  const desktop = createFakeDesktop()
  desktop.answer('seals:certificates', () => ({ ok: true, value: { items: [] } }))
  const { user } = await openWith([], desktop)
  await press(user, '注册电子印章')
  expect(await screen.findByText('平台上没有可以绑定的证书')).toBeDefined()
  await press(user, '下一步：印章图片')
  expect(screen.getByText('请选择要绑定的证书。')).toBeDefined()
})
