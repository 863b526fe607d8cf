/** Is there a process with this number? A signal of 0 is sent to nobody (kill(2); Node asks the same of Windows). */
export function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}
