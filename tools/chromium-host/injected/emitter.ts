type Listener = (...args: unknown[]) => void
interface Registration {
  readonly listener: Listener
  readonly once: boolean
}

/** The part of Node's EventEmitter that a preload uses; a page has none. */
export class Emitter {
  private readonly registrations = new Map<string, readonly Registration[]>()

  private add(event: string, registration: Registration): this {
    this.registrations.set(event, [...(this.registrations.get(event) ?? []), registration])
    return this
  }

  on(event: string, listener: Listener): this {
    return this.add(event, { listener, once: false })
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener)
  }

  once(event: string, listener: Listener): this {
    return this.add(event, { listener, once: true })
  }

  off(event: string, listener: Listener): this {
    const others = (this.registrations.get(event) ?? []).filter((registration) => registration.listener !== listener)
    this.registrations.set(event, others)
    return this
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener)
  }

  removeAllListeners(event?: string): this {
    if (event === undefined) this.registrations.clear()
    else this.registrations.delete(event)
    return this
  }

  listenerCount(event: string): number {
    return this.registrations.get(event)?.length ?? 0
  }

  emit(event: string, ...args: unknown[]): boolean {
    const registrations = this.registrations.get(event) ?? []
    for (const { listener, once } of registrations) {
      if (once) this.off(event, listener)
      listener(...args)
    }
    return registrations.length > 0
  }
}
