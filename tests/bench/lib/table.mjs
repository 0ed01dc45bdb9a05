// Figures as a table on the terminal, and what they are held against.

/** A row: what was measured, the figures in words, and the budget with its verdict, where there is one. */
export function row(what, figures, budget) {
  return { what, figures, ...(budget && { budget: budget.text, verdict: budget.value === null ? 'not measured' : budget.value <= budget.most ? 'ok' : 'over' }) };
}

export function print(title, rows) {
  const cells = [['', 'measured', 'budget', ''], ...rows.map((row) => [row.what, row.figures, row.budget ?? '', row.verdict ?? ''])];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  const line = (list) => list.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd();
  console.log(`\n${title}\n${'─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))}\n${cells.map(line).join('\n')}`);
}

export const ms = (value) => (value === null ? '–' : `${value} ms`);
export const kb = (bytes) => (bytes === null || bytes === undefined ? '–' : `${(bytes / 1024).toFixed(1)} KB`);
export const mb = (bytes) => `${(bytes / 2 ** 20).toFixed(2)} MB`;

/** p50 and p99 of a spread, with the number of runs. */
export const both = ({ p50, p99, n }) => `p50 ${ms(p50)}, p99 ${ms(p99)} (n = ${n})`;
