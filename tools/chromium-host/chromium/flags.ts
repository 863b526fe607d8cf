import { existsSync } from 'node:fs'

// Debian's wrapper script adds extensions and switches of its own: the program behind it comes first.
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

const ALWAYS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--no-service-autorun',
  '--disable-search-engine-choice-screen',
  '--force-color-profile=srgb',
  '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,NetworkTimeServiceQuerying,AimEnabled',
]

// Chromium refuses to run as root with its sandbox; --test-type hides the bar that says so.
const AS_ROOT = ['--no-sandbox', '--test-type']

export function findChromium(): string {
  const chosen = process.env['CHROMIUM_HOST_CHROMIUM']
  const places = chosen === undefined ? PLACES : [chosen]
  const found = places.find((place) => existsSync(place))
  if (found === undefined)
    throw new Error(`no Chromium found (looked at ${places.join(', ')}): apt-get install chromium`)
  return found
}

export interface FlagOptions {
  readonly profile: string
  readonly language: string
  readonly switches: readonly string[]
}

/** The switches that every Chromium process of this run shares; a second process joins the first by the profile. */
export function chromiumFlags({ profile, language, switches }: FlagOptions): string[] {
  const isRoot = process.getuid?.() === 0
  const languageFlags = language === '' ? [] : [`--lang=${language}`, `--accept-lang=${language}`]
  return [
    ...new Set([...ALWAYS, `--user-data-dir=${profile}`, ...(isRoot ? AS_ROOT : []), ...languageFlags, ...switches]),
  ]
}

/** Chromium on Linux takes the language of its own texts from the environment, not from --lang. */
export function chromiumEnvironment(language: string): NodeJS.ProcessEnv {
  return language === '' ? { ...process.env } : { ...process.env, LANGUAGE: language.replace('-', '_') }
}
