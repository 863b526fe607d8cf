import type { CandidateSource } from '../candidate.ts'
import { pathsOf } from '../driver-system.ts'

/**
 * PKCS11_MODULE names one driver, PKCS11_MODULES several, with the system's path delimiter between them (`:`, on Windows
 * `;`). For tests, for administrators, and for whoever uses the same variable with other programs.
 */
export const environmentSource: CandidateSource = (_table, system) => {
  const { delimiter } = pathsOf(system)
  const { PKCS11_MODULE: one = '', PKCS11_MODULES: several = '' } = system.environment
  const paths = [one, ...several.split(delimiter)].map((path) => path.trim()).filter((path) => path !== '')
  return Promise.resolve(paths.map((path) => ({ path, origin: 'environment' as const })))
}
