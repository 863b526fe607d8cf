type ExitTask = () => unknown

const tasks = new Set<ExitTask>()
const DEADLINE_MS = 2000

/** Runs before the process ends. Returns a function that takes the task back. */
export function beforeExit(task: ExitTask): () => void {
  tasks.add(task)
  return () => tasks.delete(task)
}

/** Runs all tasks; one that hangs or fails must not keep the app alive. */
export async function runExitTasks(): Promise<void> {
  const deadline = new Promise((resolve) => setTimeout(resolve, DEADLINE_MS).unref())
  await Promise.race([Promise.allSettled([...tasks].map((task) => Promise.resolve().then(task))), deadline])
}
