import type { Language } from '../../shared/language.ts'

interface WindowTexts {
  readonly startFailed: { readonly title: string; readonly text: string }
  /** Kinds of files, as a dialog names them. */
  readonly kinds: Readonly<
    Record<'certificate' | 'chain' | 'signature' | 'calendar' | 'diagnostics' | 'driver' | 'update' | 'all', string>
  >
  /** Titles of the dialogs that ask for a file. */
  readonly choose: Readonly<Record<'module' | 'root' | 'content' | 'signature' | 'update', string>>
}

/** What the system's own dialogs say. */
export const windowTexts: Readonly<Record<Language, WindowTexts>> = {
  'zh-CN': {
    startFailed: {
      title: 'CA 用户工具没有启动成功',
      text: '程序在启动时出错，证书和 USB Key 不受影响。请重新打开；仍打不开时请重新安装，或把日志文件 main.log 交给技术支持。',
    },
    kinds: {
      ...{ certificate: '证书', chain: '证书链', signature: '签名', calendar: '日历', diagnostics: '诊断包' },
      ...{ driver: '驱动', update: '更新文件', all: '所有文件' },
    },
    choose: {
      module: '选择 USB Key 驱动（PKCS#11 模块）',
      root: '选择根证书文件',
      content: '选择文件',
      signature: '选择签名文件',
      update: '选择更新文件',
    },
  },
  en: {
    startFailed: {
      title: 'CA User Tool did not start',
      text: 'The program had an error while starting. Certificates and the USB Key are not affected. Please open it again; if that does not help, please install it again, or give the log file main.log to support.',
    },
    kinds: {
      ...{ certificate: 'Certificate', chain: 'Certificate chain', signature: 'Signature', calendar: 'Calendar' },
      ...{ diagnostics: 'Diagnostics package', driver: 'Driver', update: 'Update file', all: 'All files' },
    },
    choose: {
      module: 'Choose the driver of the USB Key (PKCS#11 module)',
      root: 'Choose the root certificate file',
      content: 'Choose the file',
      signature: 'Choose the signature file',
      update: 'Choose the update file',
    },
  },
}
