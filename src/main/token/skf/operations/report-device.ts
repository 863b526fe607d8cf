import type { ReportedApplication, ReportedDevice } from '../../../../shared/token/key-report.ts'
import { decodeLabel } from '../../worker/token-text.ts'
import { freeBytesOf, symmetricOf } from '../layout/device-info.ts'
import { findLayout, fills } from '../layout/layout.ts'
import { connectDevice, enumerateApplications, openApplication } from '../native/devices.ts'
import { enumerateContainers } from '../native/containers.ts'
import type { DeviceHandle } from '../native/handles.ts'
import { readPinCount } from '../pins/pin-count.ts'
import { quietly, readInfo } from '../state/devices.ts'
import type { SkfState } from '../state/skf-state.ts'
import { reportContainers } from './report-containers.ts'
import { told } from './told.ts'

/** With handles of its own. Throws where the device cannot even be connected. */
export function reportDevice(state: SkfState, name: Uint8Array): ReportedDevice {
  const handle = connectDevice(state.calls, name)
  try {
    const applications = told(() => enumerateApplications(state.calls, handle)) ?? []
    return {
      name: decodeLabel(name),
      ...told(() => describe(state, handle)),
      applications: applications.map((application) => {
        return (
          told(() => reportApplication(state, handle, application)) ?? {
            name: decodeLabel(application),
            containers: [],
          }
        )
      }),
    }
  } finally {
    quietly(() => state.calls.ask('SKF_DisConnectDev', handle))
  }
}

/** Both fills of DEVINFO, as before a write: 2 native calls. */
function describe(state: SkfState, handle: DeviceHandle) {
  const first = readInfo(state, { handle, evidence: {} }, fills[0])
  const { info, evidence } = readInfo(state, { handle, evidence: first.evidence }, fills[1])
  const { numbers, ...texts } = info
  const [layout, symmetric, freeBytes] = [findLayout(evidence), symmetricOf(info), freeBytesOf(info)]
  return {
    ...texts,
    ...(layout === undefined ? {} : { layout }),
    ...(symmetric === undefined ? {} : { symmetric }),
    ...(freeBytes === undefined ? {} : { freeBytes }),
    ...(numbers === undefined ? {} : { algorithms: algorithmsOf(numbers), totalBytes: numbers.totalBytes }),
  }
}

type Numbers = NonNullable<Parameters<typeof freeBytesOf>[0]['numbers']>

function algorithmsOf({ symmetric, asymmetric, hash, deviceAuthentication }: Numbers) {
  return { symmetric, asymmetric, hash, deviceAuthentication }
}

function reportApplication(state: SkfState, device: DeviceHandle, name: Uint8Array): ReportedApplication {
  const { calls } = state
  const handle = openApplication(calls, device, name)
  try {
    const [userPin, administratorPin] = [
      readPinCount(calls, handle, 'user'),
      readPinCount(calls, handle, 'administrator'),
    ]
    const containers = told(() => enumerateContainers(calls, handle)) ?? []
    return {
      name: decodeLabel(name),
      ...(userPin === undefined ? {} : { userPin }),
      ...(administratorPin === undefined ? {} : { administratorPin }),
      containers: reportContainers(state, handle, containers),
    }
  } finally {
    if (calls.has('SKF_CloseApplication')) quietly(() => calls.ask('SKF_CloseApplication', handle))
  }
}
