import type { zhCn } from '../zh-CN/texts.ts'
import { account } from './account.ts'
import { certificates } from './certificates.ts'
import { common } from './common.ts'
import { demo } from './demo.ts'
import { diagnostics } from './diagnostics.ts'
import type { English } from './english.ts'
import { environmentConflictsTexts } from './environment-conflicts.ts'
import { environment } from './environment.ts'
import { help } from './help.ts'
import { layout } from './layout.ts'
import { orders } from './orders.ts'
import { pin } from './pin.ts'
import { platform } from './platform.ts'
import { renewal } from './renewal.ts'
import { settings } from './settings.ts'
import { signing } from './signing.ts'
import { trust } from './trust.ts'
import { waiting } from './waiting.ts'
import { sealCapture } from './seal-capture.ts'
import { seals } from './seals.ts'
import { afterRenewal } from './after-renewal.ts'
import { content } from './content.ts'
import { reminders } from './reminders.ts'
import { update } from './update.ts'

export const en: English<typeof zhCn> = {
  ...{ common, layout, certificates, account, renewal, platform, orders, pin, signing, settings },
  ...{ environment, conflicts: environmentConflictsTexts, trust, waiting, help, demo, diagnostics },
  ...{ afterRenewal, seals, sealCapture },
  ...{ content },
  ...{ reminders, update },
}
