import { HostEmitter } from '../host-emitter.ts'
import { notice } from '../notice.ts'
import { strictClass } from '../strict.ts'

/** A `Notification` that appears on stderr. Nobody can click it; a test emits 'click' itself. */
export class HostNotification extends HostEmitter {
  title: string
  body: string
  actions: Electron.NotificationAction[]

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'click', 'close', 'action', 'reply', 'failed'])
    this.title = options.title ?? ''
    this.body = options.body ?? ''
    this.actions = options.actions ?? []
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    notice(
      'Notification.show',
      this.title,
      this.body,
      this.actions.map(({ text }) => text),
    )
    this.emit('show', {})
  }

  close(): void {
    this.emit('close', {})
  }
}

export const Notification = strictClass('Notification', HostNotification)
