import { account } from './account.ts'
import { afterRenewal } from './after-renewal.ts'
import { certificates } from './certificates.ts'
import { common } from './common.ts'
import { content } from './content.ts'
import { demo } from './demo.ts'
import { environment } from './environment.ts'
import { help } from './help.ts'
import { diagnostics } from './diagnostics.ts'
import { environmentConflictsTexts } from './environment-conflicts.ts'
import { layout } from './layout.ts'
import { orders } from './orders.ts'
import { pin } from './pin.ts'
import { platform } from './platform.ts'
import { reminders } from './reminders.ts'
import { renewal } from './renewal.ts'
import { sealCapture } from './seal-capture.ts'
import { seals } from './seals.ts'
import { settings } from './settings.ts'
import { signing } from './signing.ts'
import { trust } from './trust.ts'
import { update } from './update.ts'
import { waiting } from './waiting.ts'

/** One namespace per screen folder. */
export const zhCn = {
  ...{ common, layout, certificates, account, renewal, platform, orders, pin, signing, settings },
  ...{ environment, conflicts: environmentConflictsTexts, trust, waiting, help, content, demo, diagnostics },
  ...{ seals, sealCapture, afterRenewal, reminders, update },
}
