import { expect, it } from 'vitest'
import { builtInDriverTable } from './driver-table.ts'
import { openDriverPage } from './open-driver-page.ts'

const { drivers } = builtInDriverTable()
const withPage = drivers.find(({ page }) => page !== undefined)
const withoutPage = drivers.find(({ page }) => page === undefined)

it('opens the page of a row, and nothing else', async () => {
  const opened: string[] = []
  const openPage = (address: string) => Promise.resolve(void opened.push(address))
  expect(await openDriverPage(withPage?.id ?? '', { drivers, openPage })).toEqual({ isOpened: true })
  for (const id of [withoutPage?.id ?? '', 'no-such-row', 'https://evil.example/']) {
    expect(await openDriverPage(id, { drivers, openPage })).toEqual({ isOpened: false })
  }
  expect(opened).toEqual([withPage?.page])
})

it('says so when the system opens nothing', async () => {
  const openPage = () => Promise.reject(new Error('no browser'))
  expect(await openDriverPage(withPage?.id ?? '', { drivers, openPage })).toEqual({ isOpened: false })
})
