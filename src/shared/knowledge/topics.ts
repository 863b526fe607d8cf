/** The groups of 帮助中心, in the order in which they are shown. */
export const topicNames = ['key', 'pin', 'sms', 'renewal', 'after', 'network', 'seal', 'program'] as const
