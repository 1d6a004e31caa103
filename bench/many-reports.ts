import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { readInstallation } from '#lib/db/settings.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { buildReport } from '#lib/report/build-report.ts';
import { REPORT_FORMATS, renderReport } from '#lib/services/export-report.ts';
import { loadDemo } from '#lib/services/load-demo.ts';
import { readState } from '#lib/services/read-state.ts';
import { printByPeer } from './shared/print-by-peer.ts';
import type { Part, Row } from './shared/row.ts';
import { ROOT, withEmptyStore } from './shared/stores.ts';
import { sampleInTurns, showRatio, showSample, showTime, timeOf } from './shared/timing.ts';

const COMMITTEES = 8;
const ALL_GOAL_MS = 10_000;
const ALL_RUNS = 3;
const FINDINGS = [250, 500, 1_000] as const;
/** Four times the findings may take so much more than four times the time, for the noise of the machine. */
const MOST_GROWTH = 4 * 1.4;

interface Measured {
  milliseconds: number;
  megabytes: number;
}

function measure(who: 'ours' | 'peer', findings: number): Measured {
  const child = path.join(import.meta.dirname, 'many-reports-child.ts');
  return JSON.parse(execFileSync(process.execPath, [child, who, String(findings)], { encoding: 'utf8' }));
}

const show = ({ milliseconds, megabytes }: Measured): string => `${showTime(milliseconds)}, ${megabytes.toFixed(0)} MB`;

function measureGrowth(): Row[] {
  const ours = FINDINGS.map((findings) => measure('ours', findings));
  const peer = FINDINGS.map((findings) => measure('peer', findings));
  const [first] = ours;
  const last = ours.at(-1);
  if (!first || !last) throw new Error('Nothing was measured.');
  const growth = last.milliseconds / first.milliseconds;
  return FINDINGS.map((findings, index): Row => {
    const own = ours[index] ?? last;
    const other = peer[index] ?? own;
    const isLast = own === last;
    return {
      what: `PDF with ${findings} findings: time and peak memory${isLast ? ` (${growth.toFixed(1)}× the time of ${FINDINGS[0]})` : ''}`,
      ours: show(own),
      beside: `${show(other)} @react-pdf/renderer, untagged`,
      ratio: showRatio(own.milliseconds, other.milliseconds),
      goal: isLast ? `≤ ${MOST_GROWTH.toFixed(1)}× the time` : '',
      met: isLast ? growth <= MOST_GROWTH : null,
    };
  });
}

/** All committees of the reference case, and as many of them again as make eight, in all formats. */
function measureAll(): Promise<Row> {
  return withEmptyStore(async ({ store }) => {
    await loadDemo(store, ROOT);
    const period = parsePeriod('2023-12');
    if (!period) throw new Error('2023-12 is a period.');
    const state = await readState(store, period);
    const installation = await readInstallation(store.read);
    const codes = state.committees.map(({ code }) => code);
    const chosen = Array.from({ length: COMMITTEES }, (_, index) => codes[index % codes.length] ?? '');
    const models = () => chosen.map((code) => buildReport(state, installation, code));
    const [ours, peer] = await sampleInTurns(
      ALL_RUNS,
      () =>
        timeOf(async () => {
          for (const model of models()) for (const format of REPORT_FORMATS) await renderReport(model, format);
        }),
      () =>
        timeOf(async () => {
          for (const model of models()) await printByPeer(model);
        }),
    );
    if (!ours || !peer) throw new Error('Nothing was measured.');
    return {
      what: `${COMMITTEES} committees in ${REPORT_FORMATS.join(', ')}`,
      ours: showSample(ours),
      beside: `${showSample(peer)} their PDF alone by @react-pdf/renderer`,
      ratio: showRatio(ours.median, peer.median),
      goal: '≤ 10 s',
      met: ours.median <= ALL_GOAL_MS,
    };
  });
}

async function run(): Promise<Row[]> {
  return [await measureAll(), ...measureGrowth()];
}

export const MANY_REPORTS: Part = { name: 'many reports', run };
