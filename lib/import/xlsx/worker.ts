import { parentPort, workerData } from 'node:worker_threads';
import { readWorkbook } from './read-workbook.ts';
import { XlsxError } from './zip.ts';

// Runs beside the server in a thread of its own, whose memory is limited (see read-xlsx.ts).
const { bytes, kind, budget, heading } = workerData;
try {
  await readWorkbook(bytes, kind, budget, (rows) => parentPort?.postMessage({ rows }), heading);
} catch (error) {
  if (!(error instanceof XlsxError)) throw error;
  parentPort?.postMessage({ fault: error.fault });
}
