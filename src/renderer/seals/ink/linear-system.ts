/** Solves a square system by Gauss with pivoting; undefined where it has no one solution. */
export function solve(rows: readonly (readonly number[])[], right: readonly number[]): readonly number[] | undefined {
  const table = rows.map((row, index) => [...row, right[index] ?? 0])
  const size = table.length
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRow(table, column)
    const [head, other] = [table[pivot], table[column]]
    if (head === undefined || other === undefined || Math.abs(head[column] ?? 0) < 1e-12) return undefined
    table[pivot] = other
    table[column] = head
    for (const [index, row] of table.entries()) {
      if (index !== column) subtract(row, head, column)
    }
  }
  const solution = table.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1))
  return solution.every(Number.isFinite) ? solution : undefined
}

function pivotRow(table: readonly (readonly number[])[], column: number): number {
  let best = column
  for (let row = column; row < table.length; row += 1) {
    if (Math.abs(table[row]?.[column] ?? 0) > Math.abs(table[best]?.[column] ?? 0)) best = row
  }
  return best
}

function subtract(row: number[], head: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (head[column] ?? 1)
  for (let at = column; at < row.length; at += 1) row[at] = (row[at] ?? 0) - factor * (head[at] ?? 0)
}
