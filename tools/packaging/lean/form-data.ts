/**
 * Bundled in the place of the package `form-data`, which axios asks for and which brings a table of every file type there
 * is (150 kB). Node has FormData itself, and axios takes it as well.
 */
const NodeFormData = FormData

export { NodeFormData as default }
