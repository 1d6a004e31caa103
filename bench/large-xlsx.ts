import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Part, Row } from './shared/row.ts';
import { withFolder } from './shared/stores.ts';
import { showRatio, showTime } from './shared/timing.ts';

const GOAL_MEGABYTES = 500;

interface Measured {
  milliseconds: number;
  /** The most that the process ever held. */
  megabytes: number;
}

/** Does one thing in a process of its own, so that its memory is its own (see large-xlsx-child.ts). */
function measure(deed: string, file: string): Measured {
  const child = path.join(import.meta.dirname, 'large-xlsx-child.ts');
  return JSON.parse(execFileSync(process.execPath, [child, deed, file], { encoding: 'utf8' }));
}

const show = ({ milliseconds, megabytes }: Measured): string => `${megabytes.toFixed(0)} MB, ${showTime(milliseconds)}`;

function toRow(what: string, ours: Measured, peer: Measured, peerName: string): Row {
  return {
    what,
    ours: show(ours),
    beside: `${show(peer)} ${peerName}`,
    ratio: showRatio(ours.megabytes, peer.megabytes),
    goal: `≤ ${GOAL_MEGABYTES} MB`,
    met: ours.megabytes <= GOAL_MEGABYTES,
  };
}

async function run(): Promise<Row[]> {
  return withFolder(async (folder) => {
    const ours = path.join(folder, 'ours.xlsx');
    const written = measure('write', ours);
    const peerWritten = measure('write-peer', path.join(folder, 'peer.xlsx'));
    const read = measure('read', ours);
    const peerRead = measure('read-peer', ours);
    return [
      toRow('200,000 rows written as .xlsx: peak memory', written, peerWritten, "exceljs' stream writer, no table"),
      toRow(
        '200,000 rows of .xlsx read into typed rows: peak memory',
        read,
        peerRead,
        "exceljs' stream reader, counting",
      ),
    ];
  });
}

export const LARGE_XLSX: Part = { name: 'large xlsx', run };
