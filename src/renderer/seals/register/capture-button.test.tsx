// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { pngOf, stamp } from '../../../../tests/support/stamp-pictures.ts'
import { startI18n } from '../../i18n/index.ts'
import { CaptureButton } from './capture-button.tsx'
import { useSealRegister } from './register-store.ts'

afterEach(() => {
  cleanup()
  useSealRegister.setState(useSealRegister.getInitialState(), true)
})

test('what was captured is looked at like a picture that was chosen', async () => {
  await startI18n('zh-CN')
  const png = new Uint8Array(pngOf(stamp()))
  const chosen: Blob[] = []
  useSealRegister.setState({
    form: { ...useSealRegister.getState().form, type: 'contract' },
    choose: (blob) => {
      chosen.push(blob)
      return Promise.resolve()
    },
  })
  render(
    <CaptureButton
      Capture={({ type, onDone }) => (
        <button type="button" onClick={() => onDone(png)}>
          {type}
        </button>
      )}
    />,
  )
  await userEvent.click(screen.getByText('智能自助采集'))
  await userEvent.click(screen.getByText('contract'))
  await waitFor(() => expect(chosen.map(({ size, type }) => [size, type])).toEqual([[png.length, 'image/png']]))
  expect(screen.queryByText('contract')).toBeNull()
})
