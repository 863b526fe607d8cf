/** Names only: the preload imports this file at run time, and it has to stay a few hundred bytes. */
export const channels = [
  'app:info',
  'app:quit',
  'certificates:overview',
  'certificates:refresh',
  'certificates:export',
  'pin:policy',
  'pin:change',
  'pin:unblock',
  'account:current',
  'account:login',
  'account:captcha',
  'account:logout',
  'platform:check',
  'platform:list-certificates',
  'platform:list-orders',
  'platform:list-enquiries',
  'platform:list-shipments',
  'renewal:list',
  'renewal:damaged',
  'renewal:gate',
  'renewal:start',
  'renewal:request-sms',
  'renewal:verify-sms',
  'renewal:initialise',
  'renewal:execute',
  'renewal:abandon',
  'renewal:save-receipt',
  'settings:read',
  'settings:save-platform',
  'settings:save-connection',
  'settings:choose-root',
  'settings:remove-root',
  'settings:add-module',
  'settings:remove-module',
  'demo:messages',
] as const

export type Channel = (typeof channels)[number]

export const events = [
  'app:closing',
  'certificates:changed',
  'renewal:changed',
  'account:changed',
  'platform:changed',
  'demo:message',
] as const

export type EventName = (typeof events)[number]
