/** @typedef {{ what: string, value: number, unit: string, limit?: number, least?: number }} Row */

/** Prints rows as a table; a row over its limit is marked, and never fails the run: speed depends on the machine. */
export function printTable(title, rows) {
  console.log(`\n${title}`);
  for (const row of rows) {
    const { what, value, unit } = row;
    const shown = `${value.toFixed(value < 10 ? 2 : 1)} ${unit}`.padStart(14);
    const judged = judge(row);
    console.log(`  ${what.padEnd(58)}${shown}${judged}`);
  }
}

function judge({ value, unit, limit, least }) {
  if (limit !== undefined) return value <= limit ? `  within ${limit} ${unit}` : `  OVER ${limit} ${unit}`;
  if (least !== undefined) return value >= least ? `  at least ${least} ${unit}` : `  UNDER ${least} ${unit}`;
  return '';
}
