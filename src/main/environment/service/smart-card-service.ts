/**
 * The service of this system that hands card readers on to drivers (SCardSvr, pcscd). `stopped`: it is not there to be
 * asked now, though it may be started. `disabled`: it must not be started. `missing`: it is not installed. `built-in`: the
 * system has it in itself and nobody starts it.
 */
export interface SmartCardService {
  readonly name: string
  /** Looks, and starts nothing. */
  state(signal: AbortSignal): Promise<ServiceState>
}

export type ServiceState = 'running' | 'stopped' | 'disabled' | 'missing' | 'built-in' | 'unknown'
