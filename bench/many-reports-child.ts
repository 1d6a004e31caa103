import { readInstallation } from '#lib/db/settings.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { renderPdf } from '#lib/render/pdf/render-pdf.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { loadDemo } from '#lib/services/load-demo.ts';
import { readState } from '#lib/services/read-state.ts';
import { withManyFindings } from './shared/many-findings.ts';
import { printByPeer } from './shared/print-by-peer.ts';
import { ROOT, withEmptyStore } from './shared/stores.ts';
import { timeOf } from './shared/timing.ts';

/** `many-reports-child.ts WHO FINDINGS`: the PDF of a committee with so many findings, and the most memory that it took, as JSON. */
const [who, findings] = process.argv.slice(2);

await withEmptyStore(async ({ store }) => {
  await loadDemo(store, ROOT);
  const period = parsePeriod('2023-12');
  if (!period) throw new Error('2023-12 is a period.');
  const state = withManyFindings(await readState(store, period), 'BIU', Number(findings));
  const installation = await readInstallation(store.read);
  const print = who === 'ours' ? renderPdf : printByPeer;
  // Fonts and code are loaded once in a process.
  await print(buildReport(withManyFindings(state, 'BIU', 10), installation, 'BIU'));
  const milliseconds = await timeOf(async () => {
    await print(buildReport(state, installation, 'BIU'));
  });
  process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
});
