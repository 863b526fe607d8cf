import type { MediaKind, MediaQuestion } from '../chromium/messages.ts'

type AskHost = (question: MediaQuestion) => Promise<unknown>

const NAMES: Readonly<Record<string, MediaKind>> = { camera: 'video', microphone: 'audio' }
const KINDS: Readonly<Record<string, MediaKind>> = { videoinput: 'video', audioinput: 'audio' }

function refusal(): DOMException {
  return new DOMException('Permission denied', 'NotAllowedError')
}

/** The older names for the same have no promise to wait with; Electron has them, the host has not. */
function removeOldNames(): void {
  for (const name of ['getUserMedia', 'webkitGetUserMedia']) Reflect.deleteProperty(Navigator.prototype, name)
}

/** In a frame of a page: the host knows main frames only, so that nothing is granted to another. */
export function refuseMedia(): void {
  if (!('mediaDevices' in navigator)) return
  removeOldNames()
  MediaDevices.prototype.getUserMedia = () => Promise.reject(refusal())
}

function guardGetUserMedia(ask: AskHost): void {
  const { prototype } = MediaDevices
  const original = Object.getOwnPropertyDescriptor(prototype, 'getUserMedia')?.value as MediaDevices['getUserMedia']
  prototype.getUserMedia = async function getUserMedia(this: MediaDevices, constraints = {}) {
    const wants = (one: unknown): boolean => one !== undefined && one !== false
    const media = (['audio', 'video'] as const).filter((kind) => wants(constraints[kind]))
    // Nothing wanted is a TypeError, which Chromium says better.
    if (media.length > 0 && (await ask({ kind: 'request', media })) !== true) throw refusal()
    return Reflect.apply(original, this, [constraints])
  }
}

/** Names and ids of devices are told to whom the check allows it, as Chromium does without a permission. */
function guardEnumerateDevices(ask: AskHost): void {
  const { prototype } = MediaDevices
  const original = Object.getOwnPropertyDescriptor(prototype, 'enumerateDevices')
    ?.value as MediaDevices['enumerateDevices']
  const nameless = ({ kind }: MediaDeviceInfo): MediaDeviceInfo => {
    const plain = { deviceId: '', groupId: '', kind, label: '' }
    return { ...plain, toJSON: () => plain }
  }
  prototype.enumerateDevices = async function enumerateDevices(this: MediaDevices) {
    const devices = await Reflect.apply(original, this, [])
    const known = async (kind: MediaKind): Promise<boolean> => (await ask({ kind: 'check', media: [kind] })) === true
    const isKnown = { video: await known('video'), audio: await known('audio') }
    const isNamed = ({ kind }: MediaDeviceInfo): boolean => isKnown[KINDS[kind] ?? 'audio']
    const hidden = devices.filter((device) => !isNamed(device))
    const firstOfKind = hidden.filter(({ kind }, at) => hidden.findIndex((one) => one.kind === kind) === at)
    return [...devices.filter(isNamed), ...firstOfKind.map(nameless)]
  }
}

/** As Electron: the check is asked without being told which of both is meant. */
function guardQuery(ask: AskHost): void {
  const { prototype } = Permissions
  const original = Object.getOwnPropertyDescriptor(prototype, 'query')?.value as Permissions['query']
  prototype.query = async function query(this: Permissions, descriptor: PermissionDescriptor) {
    const status = await Reflect.apply(original, this, [descriptor])
    if (!Object.hasOwn(NAMES, descriptor.name)) return status
    const isAllowed = (await ask({ kind: 'check', media: [] })) === true
    return Object.defineProperty(status, 'state', { value: isAllowed ? 'granted' : 'denied' })
  }
}

/** Makes the page's world ask the app's handlers at the time, as Electron does. */
export function guardMedia(ask: AskHost): void {
  if (!('mediaDevices' in navigator)) return
  removeOldNames()
  guardGetUserMedia(ask)
  guardEnumerateDevices(ask)
  guardQuery(ask)
}
