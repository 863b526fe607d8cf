import { createNssStand } from '../support/nss.ts'
import { describeTokenContract } from './token-contract.ts'

// Its second token has the same serial number, and neither tells how its PIN stands.
describeTokenContract('NSS', createNssStand, { afterWrongPin: 'ok' })
