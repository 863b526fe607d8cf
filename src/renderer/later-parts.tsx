/**
 * What the first look at one's dates does not need: pages and dialogs are files of their own, so that the page has less to
 * read before it can show a date (bench: ui.firstDatesRatio).
 */
import { later, laterInPlace } from './components/later.tsx'

const reads = {
  renewalPage: () => import('./renewal/renewal-page.tsx'),
  settingsPage: () => import('./settings/settings-page.tsx'),
  platformCertificatesPage: () => import('./platform-certificates/platform-certificates-page.tsx'),
  environmentPage: () => import('./environment/environment-page.tsx'),
  helpPage: () => import('./help/help-page.tsx'),
  helpDrawer: () => import('./help/help-drawer.tsx'),
  ordersPage: () => import('./orders/orders-page.tsx'),
  sealsPage: () => import('./seals/seals-page.tsx'),
  loginDialog: () => import('./account/login-dialog.tsx'),
  closingDialog: () => import('./renewal/closing-dialog.tsx'),
  pinManagementDialog: () => import('./pin/pin-management-dialog.tsx'),
  signingDialog: () => import('./signing/signing-dialog.tsx'),
  certificateDrawer: () => import('./certificates/certificate-drawer.tsx'),
  exportChoices: () => import('./certificates/export-choices.tsx'),
}

export const RenewalPage = later(async () => (await reads.renewalPage()).RenewalPage)
export const SettingsPage = later(async () => (await reads.settingsPage()).SettingsPage)
export const PlatformCertificatesPage = later(
  async () => (await reads.platformCertificatesPage()).PlatformCertificatesPage,
)
export const EnvironmentPage = later(async () => (await reads.environmentPage()).EnvironmentPage)
export const HelpPage = later(async () => (await reads.helpPage()).HelpPage)
export const HelpDrawer = later(async () => (await reads.helpDrawer()).HelpDrawer)
export const OrdersPage = later(async () => (await reads.ordersPage()).OrdersPage)
export const SealsPage = later(async () => (await reads.sealsPage()).SealsPage)
export const LoginDialog = later(async () => (await reads.loginDialog()).LoginDialog)
export const ClosingDialog = later(async () => (await reads.closingDialog()).ClosingDialog)
export const PinManagementDialog = later(async () => (await reads.pinManagementDialog()).PinManagementDialog)
export const SigningDialog = later(async () => (await reads.signingDialog()).SigningDialog)
export const CertificateDrawer = later(async () => (await reads.certificateDrawer()).CertificateDrawer)
export const ExportChoices = laterInPlace(async () => (await reads.exportChoices()).ExportChoices)

/** Reads all of them, so that the first click on any is as quick as the second. */
export async function readAhead(): Promise<void> {
  await Promise.all(Object.values(reads).map((read) => read()))
}
