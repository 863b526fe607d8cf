import type { Language } from '../../shared/language.ts'

interface About {
  /** Masked. */
  readonly holder: string
  readonly cardNumber: string
  /** 2026-12-20 09:30 */
  readonly end: string
}

/** What main itself says about reminders: in notifications, in the tray, and in a calendar. */
export interface ReminderWords {
  readonly program: string
  readonly demo: (text: string) => string
  /** One line about one certificate; `days` are those left, negative once it has ended. */
  readonly line: (holder: string, days: number) => string
  readonly renewal: (about: About) => string
  readonly repair: (about: About) => string
  readonly renew: string
  readonly repairNow: string
  readonly snooze: string
  readonly nothing: string
  readonly open: string
  readonly quit: string
  readonly calendar: { readonly name: string; readonly file: string; readonly summary: (holder: string) => string }
}

const inEnglish = new Intl.PluralRules('en')
const englishDays = (days: number) => `${days} ${inEnglish.select(days) === 'one' ? 'day' : 'days'}`

export const reminderTexts: Readonly<Record<Language, ReminderWords>> = {
  'zh-CN': {
    program: 'CA 用户工具',
    demo: (text) => `演示：${text}`,
    line: (holder, days) => {
      if (days > 0) return `${holder} 的证书还有 ${days} 天到期`
      return days === 0 ? `${holder} 的证书今天到期` : `${holder} 的证书已过期 ${-days} 天`
    },
    renewal: ({ cardNumber, end }) => `卡号 ${cardNumber}，结束时间 ${end}。延期需要接收一次短信验证码。`,
    repair: ({ cardNumber, end }) =>
      `卡号 ${cardNumber}，结束时间 ${end}。修复成功就代表完成延期，需要接收一次短信验证码。`,
    renew: '立即延期',
    repairNow: '立即修复',
    snooze: '明天再提醒',
    nothing: '还没有记住的证书',
    open: '打开 CA 用户工具',
    quit: '退出',
    calendar: { name: '证书到期', file: '证书到期日历', summary: (holder) => `${holder} 的证书到期` },
  },
  en: {
    program: 'CA User Tool',
    demo: (text) => `Demonstration: ${text}`,
    line: (holder, days) => {
      if (days > 0) return `The certificate of ${holder} ends in ${englishDays(days)}`
      return days === 0
        ? `The certificate of ${holder} ends today`
        : `The certificate of ${holder} ended ${englishDays(-days)} ago`
    },
    renewal: ({ cardNumber, end }) => `Card ${cardNumber}, end ${end}. The renewal needs one code by text message.`,
    repair: ({ cardNumber, end }) =>
      `Card ${cardNumber}, end ${end}. A repair renews it all the same; it needs one code by text message.`,
    renew: 'Renew now',
    repairNow: 'Repair now',
    snooze: 'Remind me tomorrow',
    nothing: 'No certificate is remembered yet',
    open: 'Open CA User Tool',
    quit: 'Quit',
    calendar: {
      name: 'Ends of certificates',
      file: 'Ends of certificates',
      summary: (holder) => `The certificate of ${holder} ends`,
    },
  },
}
