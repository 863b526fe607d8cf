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

function startOptions({ stateFile, smsResendMs, review, captchaAfter }: Start) {
  return {
    ...(stateFile === undefined ? {} : { stateFile }),
    ...(smsResendMs === undefined ? {} : { smsResendMs }),
    ...(review === undefined ? {} : { review }),
    ...(captchaAfter === undefined ? {} : { captchaAfter }),
  }
}

async function started(simulator: PlatformSimulator, push: (message: SimulatorPush) => void) {
  simulator.inbox.subscribe((message) => push({ type: 'sms', message }))
  const { origin } = await simulator.listen()
  const { rootCertificates, issuingCertificates } = simulator
  return { origin, rootCertificates: rootCertificates(), issuingCertificates: issuingCertificates() }
}

type CommandType = Exclude<SimulatorRequestType, 'start'>
type Command<T extends CommandType> = {
  readonly [K in T]: { readonly type: K } & SimulatorRequests[K]['input']
}[T]
type Answer<T extends CommandType> = SimulatorRequests[T]['output']
type Answers = {
  readonly [T in CommandType]: (simulator: PlatformSimulator, command: Command<T>) => Answer<T> | Promise<Answer<T>>
}

/** Does what a command says on a simulator that runs. @throws when it cannot be done */
export function obey<T extends CommandType>(
  simulator: PlatformSimulator,
  command: Command<T>,
): Answer<T> | Promise<Answer<T>> {
  return answers[command.type](simulator, command)
}

/** For a command with which there is nothing to tell. */
async function done(effect: () => void | Promise<void>): Promise<Readonly<Record<string, never>>> {
  await effect()
  return {}
}

const answers: Answers = {
  enrol: async (simulator, enrolment) => ({ certificate: await simulator.enrol(enrolment) }),
  'enrol-sm2': (simulator, holder) => simulator.enrolSm2(holder),
  'sms-list': ({ inbox }) => ({ messages: inbox.list() }),
  books: ({ books }) => books(),
  approve: (simulator, { orderId }) => done(() => simulator.approve(orderId)),
  reject: (simulator, { orderId, reason }) => done(() => simulator.reject(orderId, reason)),
  revoke: (simulator, { certificateId, reason }) => done(() => simulator.revoke(certificateId, reason)),
  'seal-approve': (simulator, move) => done(() => simulator.moveSeal(move)),
  'seal-reject': (simulator, move) => done(() => simulator.moveSeal(move)),
  'seal-enable': (simulator, move) => done(() => simulator.moveSeal(move)),
  'seal-disable': (simulator, move) => done(() => simulator.moveSeal(move)),
  'seal-cancel': (simulator, move) => done(() => simulator.moveSeal(move)),
  'captcha-answer': (simulator, { captchaId }) => ({ answer: simulator.captchaAnswer(captchaId) }),
  'set-maintenance': (simulator, { maintenance }) => done(() => simulator.setMaintenance(maintenance)),
  'arm-fault': ({ faults }, { fault }) => done(() => faults.arm(fault)),
  'disarm-faults': ({ faults }) => done(() => faults.disarm()),
  'move-clock': ({ clock }, { offsetMs }) => done(() => clock.setOffset(offsetMs)),
  stop: (simulator) => done(() => simulator.close()),
}
