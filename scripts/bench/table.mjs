/** @typedef {{ what: string, value: number, unit: string, limit?: number }} Row */

/** Prints rows as a table; a row over its limit is marked, and never fails the run: speed depends on the machine. */
export function printTable(title, rows) {
  console.log(`\n${title}`);
  for (const { what, value, unit, limit } of rows) {
    const shown = `${value.toFixed(value < 10 ? 2 : 1)} ${unit}`.padStart(14);
    const judged =
      limit === undefined ? '' : value <= limit ? `  within ${limit} ${unit}` : `  OVER ${limit} ${unit}`;
    console.log(`  ${what.padEnd(58)}${shown}${judged}`);
  }
}
