import type { Language } from '../../shared/language.ts'

interface UpdateTexts {
  readonly title: string
  readonly didNotStart: (version: string) => string
  readonly mayGoBack: (previous: string) => string
  readonly goBack: (previous: string) => string
  readonly tryAgain: string
  readonly couldNotGoBack: string
}

/** What main itself says of updates: before the window is there, or when there will be none. */
export const updateTexts: Readonly<Record<Language, UpdateTexts>> = {
  'zh-CN': {
    title: 'CA 用户工具',
    didNotStart: (version) => `更新到 ${version} 后，程序两次没有启动成功`,
    mayGoBack: (previous) =>
      `可以恢复到更新前的 ${previous}。证书、USB Key、设置和没有办完的延期都不受影响，恢复后会从断点继续。`,
    goBack: (previous) => `恢复到 ${previous}`,
    tryAgain: '再试一次新版本',
    couldNotGoBack: '没有恢复成功，将继续打开新版本。证书和 USB Key 不受影响；仍打不开时，请重新安装本程序。',
  },
  en: {
    title: 'CA User Tool',
    didNotStart: (version) => `The program did not start twice after the update to ${version}`,
    mayGoBack: (previous) =>
      `It can go back to ${previous}, the version before. Certificates, the USB Key, settings and unfinished renewals are not affected; a renewal goes on where it stopped.`,
    goBack: (previous) => `Go back to ${previous}`,
    tryAgain: 'Try the new version again',
    couldNotGoBack:
      'Going back did not work, and the new version is opened. Certificates and the USB Key are not affected. If it does not open, please install the program again.',
  },
}
