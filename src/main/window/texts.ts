import type { Language } from '../../shared/language.ts'

interface WindowTexts {
  readonly startFailed: { readonly title: string; readonly text: string }
  /** Kinds of files, as a dialog names them. */
  readonly kinds: Readonly<
    Record<'certificate' | 'chain' | 'signature' | 'calendar' | 'diagnostics' | 'driver' | 'update' | 'all', string>
  >
  /** Before the last try of a PIN. */
  readonly finalTry: {
    readonly title: string
    readonly message: (cardNumber: string) => string
    readonly detail: string
    readonly refrain: string
    readonly proceed: string
  }
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
    finalTry: {
      title: 'PIN 只剩最后一次机会',
      message: (cardNumber) => `要使用卡号 ${cardNumber} 的最后一次 PIN 机会吗？`,
      detail: '再输错，USB Key 会锁定，要联系颁发机构解锁；证书不会丢失。不确定时请先不要使用。',
      ...{ refrain: '先不使用', proceed: '使用最后一次机会' },
    },
    choose: {
      module: '选择 USB Key 驱动（PKCS#11 或 SKF）',
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
    finalTry: {
      title: 'One try of the PIN is left',
      message: (cardNumber) => `Use the last try of the PIN of card ${cardNumber}?`,
      detail:
        'If it is wrong, the USB Key is locked and the certificate authority has to unlock it; no certificate is lost. If you are not sure, please do not use it now.',
      ...{ refrain: 'Not now', proceed: 'Use the last try' },
    },
    choose: {
      module: 'Choose the driver of the USB Key (PKCS#11 or SKF)',
      root: 'Choose the root certificate file',
      content: 'Choose the file',
      signature: 'Choose the signature file',
      update: 'Choose the update file',
    },
  },
}
