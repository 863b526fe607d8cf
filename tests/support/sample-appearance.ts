import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Appearance } from '../../src/shared/ipc/models-appearance.ts'
import type { Answers } from './fake-desktop.ts'

/** Like main on a Chinese system: what is chosen stays. */
export function appearanceAnswers(): Pick<Answers, Extract<Channel, `appearance:${string}`>> {
  let appearance: Appearance = { choice: 'system', language: 'zh-CN', textSize: 100 }
  return {
    'appearance:read': () => ({ ok: true, value: appearance }),
    'appearance:change': ({ choice = appearance.choice, textSize = appearance.textSize }) => {
      appearance = { choice, textSize, language: choice === 'system' ? 'zh-CN' : choice }
      return { ok: true, value: appearance }
    },
  }
}
