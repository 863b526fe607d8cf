import type { SimulatorCommand, SimulatorPush, SimulatorReply } from '../../src/shared/demo/simulator-messages.ts'

/** The process that started this one, whichever way it did. */
export interface ParentPort {
  readonly post: (message: SimulatorReply | SimulatorPush) => void
  readonly onCommand: (listener: (command: SimulatorCommand) => void) => void
}

/** What Electron puts on `process` in a utility process (its Electron.ParentPort). */
interface ElectronParentPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: SimulatorCommand }) => void) => void
}

/** @throws when this process was started by hand, with nobody to talk to */
export function connectParent(): ParentPort {
  // Node's own types do not know this field; it is there only under Electron.
  const electron = (process as { readonly parentPort?: ElectronParentPort }).parentPort
  if (electron !== undefined) {
    return {
      post: (message) => electron.postMessage(message),
      onCommand: (listener) => electron.on('message', ({ data }) => listener(data)),
    }
  }
  if (process.send === undefined) throw new Error('the platform simulator must be started by another process')
  return {
    post: (message) => void process.send?.(message),
    onCommand: (listener) => {
      process.on('message', (message) => listener(message as SimulatorCommand))
      process.on('disconnect', () => process.exit())
    },
  }
}
