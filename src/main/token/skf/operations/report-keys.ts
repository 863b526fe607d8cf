import { AppError } from '../../../app-error.ts'
import type { KeyReport, ReportedCall, ReportedDevice } from '../../../../shared/token/key-report.ts'
import { decodeLabel } from '../../worker/token-text.ts'
import { dropDevice } from '../state/devices.ts'
import { isUnlocked } from '../state/places.ts'
import { reportDevice } from './report-device.ts'
import { told } from './told.ts'
import { enumerateDevices } from '../native/devices.ts'
import type { SkfState } from '../state/skf-state.ts'

/** The first of thousands of calls tell enough. */
const mostCalls = 2000
const mostDevices = 16

/**
 * Looks at everything there is, with handles of its own, all of which are closed again. Nothing is written, no PIN is
 * asked for, nobody is kept away. What fails is left out; its code stands among the calls. Code token.busy: a token of
 * this library is unlocked, and its handles may not be disturbed.
 */
export function reportKeys(state: SkfState): KeyReport {
  const devices = [...state.known.values()]
  if (devices.some(isUnlocked)) throw new AppError('token.busy')
  for (const device of devices) dropDevice(state, device)
  const calls: ReportedCall[] = []
  const stop = state.calls.record((call) => {
    if (calls.length < mostCalls) calls.push(call)
  })
  try {
    const { form, exported, missing } = state.calls.library
    return { form, exported, missing, devices: reportDevices(state), calls }
  } finally {
    stop()
  }
}

function reportDevices(state: SkfState): readonly ReportedDevice[] {
  const names = told(() => enumerateDevices(state.calls)) ?? []
  return names.slice(0, mostDevices).map((name) => {
    return told(() => reportDevice(state, name)) ?? { name: decodeLabel(name), applications: [] }
  })
}
