import type { Notification as NotificationClass, NotificationConstructorOptions } from 'electron'
import type { Notice, Notifier } from '../ports.ts'

interface Notifications {
  new (options: NotificationConstructorOptions): NotificationClass
  isSupported(): boolean
}

/** The system's notifications. Where it shows no buttons, a click on the whole is 立即延期. */
export function createElectronNotifier(Notification: Notifications): Notifier {
  // Whoever is collected hears no click any more.
  const open = new Set<NotificationClass>()
  return {
    show: (notice, act) => {
      if (!Notification.isSupported()) return Promise.resolve(false)
      const notification = new Notification(optionsOf(notice))
      open.add(notification)
      const close = () => open.delete(notification)
      notification.on('click', () => choose(0))
      notification.on('action', (details) => choose(details.actionIndex))
      notification.on('close', close)
      const choose = (index: number) => {
        close()
        const action = notice.actions[index]
        if (action !== undefined) act(action.name)
      }
      return new Promise((resolve) => {
        notification.once('show', () => resolve(true))
        notification.once('failed', () => {
          close()
          resolve(false)
        })
        notification.show()
      })
    },
  }
}

function optionsOf({ title, body, actions, isUrgent }: Notice): NotificationConstructorOptions {
  return {
    ...{ title, body, timeoutType: isUrgent ? 'never' : 'default' },
    actions: actions.map(({ text }) => ({ type: 'button', text })),
  }
}
