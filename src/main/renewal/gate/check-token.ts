import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { toFailure } from '../../app-error.ts'
import { judgeKey } from '../../environment/judge/judge-key.ts'
import { judgePin } from '../../environment/judge/judge-pin.ts'
import { judgeTokenFailure } from '../../environment/judge/judge-token-failure.ts'
import type { Token, TokenLook } from '../ports.ts'

/** Driver, token, key and PIN: one look at the token, by its public key, tells all of them. */
export async function checkToken(
  token: Token,
  publicKeySha256: string,
): Promise<{ readonly checks: readonly GateCheck[]; readonly look?: TokenLook }> {
  try {
    const look = await token.look(publicKeySha256)
    return {
      look,
      checks: [
        { name: 'driver', state: 'ok' },
        { name: 'token', state: 'ok' },
        { name: 'key', ...judgeKey(look.key) },
        { name: 'pin', ...judgePin(look.pin, look.triesLeft) },
      ],
    }
  } catch (error) {
    const judged = judgeTokenFailure(toFailure(error))
    return {
      checks: [
        { name: 'driver', ...judged.driver },
        { name: 'token', ...judged.token },
        { name: 'key', state: 'unknown' },
        { name: 'pin', state: 'unknown' },
      ],
    }
  }
}
