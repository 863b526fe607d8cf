import type { App } from 'electron'
import { join } from 'node:path'
import type { Log } from '../logging/log.ts'
import { feedKeys } from './feed/feed-keys.ts'
import { feedName } from './feed/feed-name.ts'
import { readRehearsal, rehearse } from './install/rehearsal.ts'
import { thisInstallation } from './install/this-installation.ts'
import type { UpdateHost } from './ports.ts'

interface ElectronParts {
  readonly app: Pick<App, 'isPackaged' | 'commandLine' | 'getVersion' | 'getPath' | 'getName' | 'relaunch'>
  readonly log: Pick<Log, 'info'>
  /** Ends the program, unless a token is being written to: then the page asks. */
  readonly leave: () => void
}

/** How this very copy can be replaced, by Electron and by what its package has left. */
export function electronUpdateHost({ app, log, leave }: ElectronParts): UpdateHost {
  const feed = feedName(process.platform, process.arch)
  const appImage = process.env['APPIMAGE']
  // An AppImage has to be started as the file that it is: what runs of it is unpacked, and goes with it.
  const relaunch = () => app.relaunch(appImage === undefined ? {} : { execPath: appImage, args: [] })
  const common = { feed, leave, relaunch }
  // A packaged program knows no rehearsal.
  const rehearsal = app.isPackaged ? '' : app.commandLine.getSwitchValue('update-rehearsal')
  if (rehearsal !== '') {
    const tried = readRehearsal(rehearsal)
    return { ...common, keys: tried.keys, installation: { kind: tried.kind, cpu: process.arch, ...rehearse(tried) } }
  }
  const installation = thisInstallation({
    ...{ platform: process.platform, cpu: process.arch, environment: process.env },
    resourcesPath: app.isPackaged ? process.resourcesPath : undefined,
    program: {
      ...{ version: app.getVersion(), name: app.getName(), relaunch },
      folder: join(app.getPath('userData'), 'update', 'installer'),
      log: (line) => log.info(`update: ${line}`),
    },
  })
  return { ...common, keys: feedKeys, installation }
}
