/** What 环境检测 looks at, by group, in the order in which it is shown. */
export const checksByGroup = {
  device: ['usb-key', 'several-keys', 'certificate', 'signing-key', 'room', 'pin-tries'],
  driver: ['driver-found', 'driver-bits', 'driver-version', 'driver-health'],
  conflict: ['conflicts'],
  service: ['smart-card-service'],
  network: ['platform-name', 'platform-connection', 'platform-security', 'proxy', 'platform-service'],
  system: ['clock', 'time-zone', 'system-version', 'disk-room', 'device-rights', 'program-version', 'other-copy'],
} as const

export type CheckGroup = keyof typeof checksByGroup
export type CheckName = (typeof checksByGroup)[CheckGroup][number]

export const checkNames: readonly CheckName[] = Object.values(checksByGroup).flat()
