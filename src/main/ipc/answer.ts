import type { Channel } from '../../shared/ipc/channels.ts'
import { contract, type Handlers, type Output } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/ipc/result.ts'
import { AppError, toFailure } from '../app-error.ts'
import type { Log } from '../logging/log.ts'
import { asRequest } from '../logging/request-id.ts'
import { isSmallEnough } from './input-size.ts'
import { secretsOfInput } from './secrets-of-input.ts'
import { isTrustedSender, type Sender } from './trusted-sender.ts'

interface Call {
  readonly event: Sender
  readonly input: unknown
}

/**
 * One call, from the page and back: sender, input, use case, output. Never rejects; the cause of a failure is logged
 * here, once, and does not cross. What is secret in the input is hidden from the log as long as it is worked with.
 */
export async function answer<C extends Channel>(
  channel: C,
  call: Call,
  handlers: Handlers,
  log: Log,
): Promise<Result<Output<C>>> {
  // No schema takes undefined: what is too much is answered as what is wrong.
  const input = isSmallEnough(call.input) ? call.input : undefined
  const hidden = secretsOfInput(contract[channel].input, input).map(log.hide)
  try {
    return await asRequest(() => logged(channel, { ...call, input }, handlers, log))
  } finally {
    for (const letGo of hidden) letGo()
  }
}

async function logged<C extends Channel>(
  channel: C,
  { event, input }: Call,
  handlers: Handlers,
  log: Log,
): Promise<Result<Output<C>>> {
  const begun = performance.now()
  try {
    if (!isTrustedSender(event)) throw new AppError('ipc.untrusted')
    const value = await run(channel, input, handlers)
    log.debug(`${channel} answered in ${Math.round(performance.now() - begun)} ms`)
    return { ok: true, value }
  } catch (error) {
    const failure = toFailure(error)
    log.failure(channel, failure, error)
    return { ok: false, failure }
  }
}

async function run<C extends Channel>(channel: C, input: unknown, handlers: Handlers): Promise<Output<C>> {
  const parsed = contract[channel].input.safeParse(input)
  // The issues name paths and rules, never what was typed.
  if (!parsed.success) throw new AppError('ipc.invalidInput', { details: { channel } })
  // TypeScript cannot see that channel, schema and handler belong together; the contract's type does.
  const value: unknown = await handlers[channel](parsed.data as never)
  const output = contract[channel].output.safeParse(value)
  if (!output.success) throw new AppError('ipc.invalidOutput', { details: { channel }, cause: output.error })
  return output.data as Output<C>
}
