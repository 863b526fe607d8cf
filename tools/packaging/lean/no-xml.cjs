/**
 * Bundled in the place of sax, with which electron-updater reads the feeds of GitHub. The program asks one address of its own
 * for a list of a version, and that is no XML.
 */
// eslint-disable-next-line no-undef -- CommonJS, as builder-util-runtime requires it
exports.parser = () => {
  throw new Error('this build of electron-updater reads no XML')
}
