import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { createFakeDesktop, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import { pageWith, samplePlatformCertificate } from '../../../tests/support/fake-platform.ts'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { renderApp } from './render-app.tsx'
import { press } from './wizard.ts'

export const listChannel = 'platform:list-certificates'

/** For tests only: 平台证书 of this desktop. */
export async function openList(desktop: FakeDesktop): Promise<UserEvent> {
  const user = await renderApp(desktop)
  await press(user, '平台证书')
  await screen.findByRole('heading', { name: '平台证书' })
  return user
}

/** 平台证书 with these on the platform's list. */
export async function openListWith(...items: readonly PlatformCertificate[]) {
  const desktop = createFakeDesktop()
  desktop.answer(listChannel, ({ page }) => ({ ok: true, value: pageWith(items, page) }))
  return { desktop, user: await openList(desktop) }
}

/** A list of three pages, each with one certificate that is named after it. */
export function threePages(desktop: FakeDesktop): void {
  desktop.answer(listChannel, ({ page }) => ({
    ok: true,
    value: pageWith([samplePlatformCertificate({ id: `c-${page}`, commonName: `第 ${page} 页的证书` })], page, 45),
  }))
}

/** What was asked for so far. */
export function queriesOf({ calls }: FakeDesktop): readonly unknown[] {
  const asked = calls.filter(({ channel }) => channel === listChannel)
  // Electron drops a field that is undefined.
  return asked.map(({ input }) => JSON.parse(JSON.stringify(input)) as unknown)
}

/** The row of the certificate for this application. */
export async function rowOf(application: string) {
  const found = (await screen.findByText(application)).closest('tr')
  if (found === null) throw new Error(`${application} is not in a row`)
  return within(found)
}
