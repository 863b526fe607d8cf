import { assertNever } from '../../src/shared/assert-never.ts'
import type {
  SimulatorCommand,
  SimulatorPush,
  SimulatorReply,
  SimulatorRequests,
  SimulatorRequestType,
} from '../../src/shared/demo/simulator-messages.ts'
import type { PlatformSimulator } from './platform-simulator.ts'
import { createPlatformSimulator } from './platform-simulator.ts'

type Output = SimulatorRequests[SimulatorRequestType]['output']
type Start = Extract<SimulatorCommand, { readonly type: 'start' }>

/** Answers each command of the parent; `push` is called for each SMS. A failure is an answer, never a crash. */
export function createCommandAnswerer(
  push: (message: SimulatorPush) => void,
): (command: SimulatorCommand) => Promise<SimulatorReply> {
  let running: Promise<PlatformSimulator> | undefined

  async function answer(command: SimulatorCommand): Promise<Output> {
    if (command.type === 'start') {
      if (running !== undefined) throw new Error('already started')
      running = createPlatformSimulator(startOptions(command))
      // A start that failed may be tried again, with another state file for one.
      running.catch(() => (running = undefined))
      return started(await running, push)
    }
    if (running === undefined) throw new Error('not started')
    return obey(await running, command)
  }

  return async (command) => {
    try {
      return { id: command.id, ok: true, value: await answer(command) }
    } catch (error) {
      return { id: command.id, ok: false, message: error instanceof Error ? error.message : String(error) }
    }
  }
}

function startOptions({ stateFile, smsResendMs, review }: Start) {
  return {
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(smsResendMs === undefined ? {} : { smsResendMs }),
    ...(review === undefined ? {} : { review }),
  }
}

async function started(simulator: PlatformSimulator, push: (message: SimulatorPush) => void) {
  simulator.inbox.subscribe((message) => push({ type: 'sms', message }))
  const { origin } = await simulator.listen()
  return { origin, rootCertificates: simulator.rootCertificates() }
}

/** Does what a command says on a simulator that runs. @throws when it cannot be done */
export async function obey(simulator: PlatformSimulator, command: Exclude<SimulatorCommand, Start>): Promise<Output> {
  switch (command.type) {
    case 'enrol':
      return { certificate: await simulator.enrol(command) }
    case 'enrol-sm2':
      return simulator.enrolSm2(command)
    case 'sms-list':
      return { messages: simulator.inbox.list() }
    case 'books':
      return simulator.books()
    case 'approve':
      await simulator.approve(command.orderId)
      return {}
    case 'reject':
      await simulator.reject(command.orderId, command.reason)
      return {}
    case 'revoke':
      await simulator.revoke(command.certificateId, command.reason)
      return {}
    case 'arm-fault':
      simulator.faults.arm(command.fault)
      return {}
    case 'disarm-faults':
      simulator.faults.disarm()
      return {}
    case 'move-clock':
      simulator.clock.setOffset(command.offsetMs)
      return {}
    case 'stop':
      await simulator.close()
      return {}
    default:
      return assertNever(command)
  }
}
