import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { toFailure } from '../../app-error.ts'
import type { Check } from '../check.ts'
import { inOrder, notApplicable, outOfOrder } from '../finding.ts'
import { findName, waysTo, type DialParts } from './dial.ts'
import { lookAtLayer, type Target } from './target.ts'

/** Less than the check may take: that nobody answered is an answer too. */
const longestLookupMs = 4000

/** Is the platform's name found? Nothing to find for a number, or where a proxy finds it. Code environment.nameUnresolved. */
export function createNameCheck(parts: DialParts): Check {
  return {
    name: 'platform-name',
    run: (signal) => lookAtLayer(parts.way, (target) => lookForName(target, signal, parts)),
  }
}

async function lookForName(target: Target, signal: AbortSignal, parts: DialParts): Promise<Finding> {
  const { host, isNumeric } = target
  if (isNumeric) return notApplicable('numeric', { host })
  const limit = AbortSignal.any([signal, parts.deadline(longestLookupMs)])
  const ways = await waysTo(target, limit, parts)
  if ('stage' in ways) return outOfOrder('unknown', { code: 'environment.earlierStepFailed' })
  if (ways[0]?.kind !== 'direct') return notApplicable('proxy', { host })
  return findAddresses(host, limit, parts)
}

async function findAddresses(host: string, limit: AbortSignal, { lookup }: DialParts): Promise<Finding> {
  const begun = performance.now()
  try {
    const addresses = await findName(host, limit, lookup)
    const details = [
      { label: 'host', value: host },
      { label: 'address', value: addresses.join(' ') },
    ]
    return inOrder({ host, ms: Math.ceil(performance.now() - begun) }, { details })
  } catch (error) {
    return outOfOrder('blocked', toFailure(error), {
      details: [{ label: 'host', value: host }],
      fix: 'open-settings',
    })
  }
}
