import type { GateCheck } from '../../../shared/ipc/models.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import { toFailure } from '../../app-error.ts'
import type { Token, TokenLook } from '../ports.ts'

/** Driver, token, key and PIN: one look at the token, by its public key, tells all of them. */
export async function checkToken(
  token: Token,
  publicKeySha256: string,
): Promise<{ readonly checks: readonly GateCheck[]; readonly look?: TokenLook }> {
  try {
    const look = await token.look(publicKeySha256)
    const checks = [
      { name: 'driver' as const, state: 'ok' as const },
      { name: 'token' as const, state: 'ok' as const },
    ]
    return { look, checks: [...checks, checkKey(look), checkPin(look)] }
  } catch (error) {
    const failure = toFailure(error)
    const isDriver = failure.code !== 'token.absent' && failure.code !== 'token.otherToken'
    const unknown = ['key', 'pin'] as const
    return {
      checks: [
        isDriver ? { name: 'driver', state: 'blocked', failure } : { name: 'driver', state: 'ok' },
        isDriver ? { name: 'token', state: 'unknown' } : { name: 'token', state: 'blocked', failure },
        ...unknown.map((name) => ({ name, state: 'unknown' as const })),
      ],
    }
  }
}

/** Without a login a private key is not visible; its use is proven when the PIN has been given. */
function checkKey({ key }: TokenLook): GateCheck {
  const name = 'key'
  switch (key) {
    case 'present':
      return { name, state: 'ok' }
    case 'missing':
      return { name, state: 'blocked', failure: { code: 'renewal.noPrivateKey' } }
    case 'unknown':
      return { name, state: 'unknown' }
    default:
      return assertNever(key)
  }
}

function checkPin({ pin }: TokenLook): GateCheck {
  const name = 'pin'
  switch (pin) {
    case 'ok':
      return { name, state: 'ok' }
    case 'count-low':
      return { name, state: 'attention', failure: { code: 'token.pinCountLow' } }
    case 'final-try':
      return { name, state: 'attention', failure: { code: 'token.pinFinalTry' } }
    case 'locked':
      return { name, state: 'blocked', failure: { code: 'token.pinLocked' } }
    default:
      return assertNever(pin)
  }
}
