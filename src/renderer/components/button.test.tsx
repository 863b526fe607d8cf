// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from './button.tsx'

afterEach(() => cleanup())

const button = () => screen.getByRole('button', { name: '重新检测' })

test('a button that works keeps the focus, says so, and takes no click and sends no form', async () => {
  const user = userEvent.setup()
  const [clicked, sent] = [vi.fn(), vi.fn((event: { preventDefault(): void }) => event.preventDefault())]
  const shown = (loading: boolean) => (
    <form onSubmit={sent}>
      <Button htmlType="submit" loading={loading} onClick={clicked}>
        重新检测
      </Button>
    </form>
  )
  const { rerender } = render(shown(false))
  await user.click(button())
  expect([clicked.mock.calls.length, sent.mock.calls.length]).toEqual([1, 1])
  rerender(shown(true))
  expect(document.activeElement).toBe(button())
  expect([button().getAttribute('aria-busy'), button().getAttribute('aria-disabled')]).toEqual(['true', 'true'])
  await user.click(button())
  await user.keyboard('{Enter}')
  expect([clicked.mock.calls.length, sent.mock.calls.length]).toEqual([1, 1])
})

test('a button sends a form only where it is told to', async () => {
  const sent = vi.fn()
  render(
    <form onSubmit={sent}>
      <Button>重新检测</Button>
    </form>,
  )
  await userEvent.setup().click(button())
  expect(sent).not.toHaveBeenCalled()
  expect(button().hasAttribute('aria-disabled')).toBe(false)
})
