import { existsSync } from 'node:fs'

import type { TokenHandlers, TokenInput, TokenOperation, TokenOutput } from '../../src/shared/token/messages.ts'
import { createSoftSession } from './soft-session.ts'
import { SoftTokenError } from './soft-token-error.ts'
import { readSoftToken } from './soft-token-file.ts'
import type { SoftTokenFaults } from './soft-token-faults.ts'
import { createSoftTokenHandlers } from './soft-token-handlers.ts'

const scheme = 'soft-token:'

const library = { manufacturer: 'CertUserTool', description: 'Soft token', version: '1.0', cryptoki: '2.40' }

/** The handlers of the soft token worker, with faults struck before each. */
export function createSoftTokenWorker(faults: SoftTokenFaults): TokenHandlers {
  let opened: Omit<TokenHandlers, 'open'> | undefined

  const open = ({ modulePath }: TokenInput<'open'>): TokenOutput<'open'> => {
    const path = modulePath.slice(scheme.length)
    if (!modulePath.startsWith(scheme) || !existsSync(path)) throw new SoftTokenError('token.moduleNotFound')
    readSoftToken(path)
    opened = createSoftTokenHandlers(path, createSoftSession(path, faults))
    return { library }
  }
  const handle =
    <O extends Exclude<TokenOperation, 'open'>>(operation: O) =>
    async (input: TokenInput<O>): Promise<TokenOutput<O>> => {
      await faults.strike(operation)
      if (opened === undefined) throw new SoftTokenError('token.noModule')
      return opened[operation](input)
    }
  return {
    open: async (input) => {
      await faults.strike('open')
      return open(input)
    },
    list: handle('list'),
    poll: handle('poll'),
    unlock: handle('unlock'),
    lock: handle('lock'),
    changePin: handle('changePin'),
    unblockPin: handle('unblockPin'),
    generateKeyPair: handle('generateKeyPair'),
    sign: handle('sign'),
    unwrapKey: handle('unwrapKey'),
    decrypt: handle('decrypt'),
    findKey: handle('findKey'),
    writeCertificate: handle('writeCertificate'),
    readPair: handle('readPair'),
    readCertificate: handle('readCertificate'),
    removePair: handle('removePair'),
    removeNameless: handle('removeNameless'),
    report: handle('report'),
  }
}
