/** The first argument of an Electron event: one that a listener may cancel with preventDefault(). */
export interface HostEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

export function hostEvent<T extends object>(details: T): HostEvent & T
export function hostEvent(): HostEvent
export function hostEvent(details: object = {}): HostEvent {
  return {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
