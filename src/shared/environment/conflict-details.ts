/**
 * What a finding of the check `conflicts` brings along for 详情, as labels of `Finding.details`. The steps to end a program are
 * among them, in their order: they come with the table of conflicts, which may be newer than this program.
 */
export type ConflictDetail =
  | 'running-program'
  | 'running-service'
  | 'used-port'
  | 'installed-program'
  | 'not-ended-service'
  | 'not-ended-other-user'
  | 'not-ended-unknown'
  | 'quit-step'
  | 'quit-effect'
  | 'source-verified'
  | 'source-reported'
  | 'source-guess'
  | 'own-issuer'
  | 'own-maker'
  | 'shared-name'
  | 'only-installed'
  | 'seen-processes'
  | 'seen-services'
  | 'seen-ports'
  | 'seen-installed'
  | 'seen-holders'
