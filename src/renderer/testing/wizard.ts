import { screen, waitFor } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect } from 'vitest'
import { createFakeDesktop, sampleOverview, type FakeDesktop } from '../../../tests/support/fake-desktop.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { renderApp } from './render-app.tsx'

/** For tests only: presses a button once it is there and can be pressed. */
export async function press(user: UserEvent, name: string | RegExp): Promise<void> {
  const find = () => screen.getByRole<HTMLButtonElement>('button', { name })
  await waitFor(() => expect(find().disabled).toBe(false))
  await user.click(find())
}

interface Opened {
  readonly desktop: FakeDesktop
  readonly user: UserEvent
}

/** 延期与修复 with these renewals known, as after a restart. */
export async function openRenewals(renewals: readonly Renewal[], overview = sampleOverview()): Promise<Opened> {
  const desktop = createFakeDesktop({ renewals, overview })
  const user = await renderApp(desktop)
  await press(user, '延期与修复')
  return { desktop, user }
}

/** The wizard at this renewal, entered from the list. */
export async function resumeRenewal(renewal: Renewal, overview = sampleOverview()): Promise<Opened> {
  const opened = await openRenewals([renewal], overview)
  await press(opened.user, /^继续上次/)
  return opened
}
