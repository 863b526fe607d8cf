/** What a system and a processor read: the names that electron-builder gives to its feeds. */
export function feedName(platform: NodeJS.Platform, cpu: string): string {
  if (platform === 'win32') return 'latest.yml'
  if (platform === 'darwin') return 'latest-mac.yml'
  return cpu === 'x64' ? 'latest-linux.yml' : `latest-linux-${cpu}.yml`
}

/** Its detached signature, beside it. */
export function signatureName(feed: string): string {
  return `${feed}.sig`
}
