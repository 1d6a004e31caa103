import { availableParallelism, cpus, loadavg } from 'node:os';
import { APPROVE } from './approve.ts';
import { BULK } from './bulk.ts';
import { BULK_ACTS } from './bulk-acts.ts';
import { FIRST_BYTE } from './first-byte.ts';
import { GRID } from './grid.ts';
import { IMPORT } from './import.ts';
import { LARGE_XLSX } from './large-xlsx.ts';
import { MANY_REPORTS } from './many-reports.ts';
import { MILLION } from './million.ts';
import { PEOPLE_AT_ONCE } from './people.ts';
import { REPORT } from './report.ts';
import { formatTable, type Part, type Row } from './shared/row.ts';
import { VERIFY } from './verify.ts';

/** `npm run bench [-- WORD…]`: what matches one of the words, or everything. A missed goal is told, and fails nothing. */
const PARTS: Part[] = [
  IMPORT,
  BULK,
  BULK_ACTS,
  APPROVE,
  REPORT,
  MANY_REPORTS,
  FIRST_BYTE,
  GRID,
  LARGE_XLSX,
  MILLION,
  VERIFY,
  PEOPLE_AT_ONCE,
];

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = PARTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  process.stderr.write(`Nothing matches. There are: ${PARTS.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}
/** How many processes want a core, on average of the last minute: above the number of cores, times say little. */
const showLoad = (): string => loadavg()[0]?.toFixed(1) ?? '–';

const before = showLoad();
const rows: Row[] = [];
for (const part of chosen) {
  process.stderr.write(`${part.name} …\n`);
  rows.push(...(await part.run()));
}
const missed = rows.filter(({ met }) => met === false).length;
const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`;
const date = new Date().toISOString().slice(0, 10);
process.stdout.write(
  `${date}, Node ${process.versions.node}, ${machine}, load ${before} before and ${showLoad()} after\n\n`,
);
process.stdout.write(`${formatTable(rows)}\n\n`);
process.stdout.write(missed === 0 ? 'Every goal is met.\n' : `${missed} of ${rows.length} goals missed.\n`);
