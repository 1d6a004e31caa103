import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { openStore } from '#lib/db/store.ts';
import { loadDemo } from '#lib/services/load-demo.ts';
import { buildIfChanged } from '../scripts/build.ts';
import type { Part, Row } from './shared/row.ts';
import { ROOT, withFolder } from './shared/stores.ts';
import { quantile, type Sample, showRatio, showTime, toSample } from './shared/timing.ts';

const PAGE = '/2023-12/konti';
const STATIC_FILE = '/icon.svg';
const WARM_UP = 10;
const REQUESTS = 30;
const GOAL_MS = 100;
const HOST = '127.0.0.1';
const LONGEST_START_MS = 30_000;

async function findPort(): Promise<number> {
  const probe = createServer().listen(0, HOST);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

interface Answer {
  /** Milliseconds from the request to the first byte of the page, and to its last. */
  first: number;
  last: number;
}

/** @throws where the answer is not 200 */
function ask(agent: Agent, port: number, address: string): Promise<Answer> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const request = get({ agent, host: HOST, port, path: address }, (response) => {
      let first = 0;
      if (response.statusCode !== 200) reject(new Error(`${address} answers ${response.statusCode}.`));
      response.on('data', () => {
        first ||= performance.now() - begin;
      });
      response.on('end', () => resolve({ first, last: performance.now() - begin }));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}

async function waitUntilUp(server: ChildProcess, agent: Agent, port: number): Promise<void> {
  const until = performance.now() + LONGEST_START_MS;
  while (server.exitCode === null && performance.now() < until) {
    try {
      await ask(agent, port, STATIC_FILE);
      return;
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('The server did not start.');
}

interface Samples {
  first: Sample;
  last: Sample;
  staticFile: Sample;
}

async function askInTurns(agent: Agent, port: number): Promise<Samples> {
  for (let request = 0; request < WARM_UP; request += 1) await ask(agent, port, PAGE);
  const pages: Answer[] = [];
  const files: Answer[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    pages.push(await ask(agent, port, PAGE));
    files.push(await ask(agent, port, STATIC_FILE));
  }
  return {
    first: toSample(pages.map(({ first }) => first)),
    last: toSample(pages.map(({ last }) => last)),
    staticFile: toSample(files.map(({ first }) => first)),
  };
}

async function measure(dataFolder: string): Promise<Samples> {
  const store = openStore(dataFolder, ROOT);
  await loadDemo(store, ROOT);
  await store.close();
  buildIfChanged(ROOT, (line) => process.stderr.write(`${line}\n`));
  const port = await findPort();
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', '-H', HOST, '-p', String(port)], {
    cwd: ROOT,
    env: { ...process.env, AFSTEMT_DATA: dataFolder, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const agent = new Agent({ keepAlive: true });
  try {
    await waitUntilUp(server, agent, port);
    return await askInTurns(agent, port);
  } finally {
    agent.destroy();
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  }
}

const showWithTail = (sample: Sample): string =>
  `${showTime(sample.median)} (p95 ${showTime(quantile(sample.sorted, 0.95))})`;

async function run(): Promise<Row[]> {
  const { first, last, staticFile } = await withFolder(measure);
  const beside = `${showWithTail(staticFile)} a static file of it`;
  return [
    {
      what: 'Konti on the built server: first byte',
      ours: showWithTail(first),
      beside,
      ratio: showRatio(first.median, staticFile.median),
      goal: '≤ 100 ms',
      met: first.median <= GOAL_MS,
    },
    {
      what: 'Konti on the built server: last byte, all 2,449 accounts',
      ours: showWithTail(last),
      beside,
      ratio: showRatio(last.median, staticFile.median),
      goal: '–',
      met: null,
    },
  ];
}

export const FIRST_BYTE: Part = { name: 'first byte of konti', run };
