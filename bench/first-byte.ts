import { Agent, get } from 'node:http';
import type { Server } from '../e2e/server.ts';
import { signInByHttp } from '../e2e/sign-in.ts';
import { withDemoServer } from './shared/demo-server.ts';
import type { Part, Row } from './shared/row.ts';
import { quantile, type Sample, showRatio, showTime, toSample } from './shared/timing.ts';

const PAGE = '/2023-12/konti';
const STATIC_FILE = '/icon.svg';
const WARM_UP = 10;
const REQUESTS = 30;
const GOAL_MS = 100;

interface Answer {
  /** Milliseconds from the request to the first byte of the page, and to its last. */
  first: number;
  last: number;
}

/** @throws where the answer is not 200 */
function ask(agent: Agent, address: string, cookie: string): Promise<Answer> {
  const begin = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(address, { agent, headers: { cookie } }, (response) => {
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

interface Samples {
  first: Sample;
  last: Sample;
  staticFile: Sample;
}

async function askInTurns(agent: Agent, address: string, cookie: string): Promise<Samples> {
  for (let request = 0; request < WARM_UP; request += 1) await ask(agent, address + PAGE, cookie);
  const pages: Answer[] = [];
  const files: Answer[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    pages.push(await ask(agent, address + PAGE, cookie));
    files.push(await ask(agent, address + STATIC_FILE, cookie));
  }
  return {
    first: toSample(pages.map(({ first }) => first)),
    last: toSample(pages.map(({ last }) => last)),
    staticFile: toSample(files.map(({ first }) => first)),
  };
}

async function measure({ address }: Server): Promise<Samples> {
  const agent = new Agent({ keepAlive: true });
  try {
    return await askInTurns(agent, address, await signInByHttp(address, 'accountant2'));
  } finally {
    agent.destroy();
  }
}

const showWithTail = (sample: Sample): string =>
  `${showTime(sample.median)} (p95 ${showTime(quantile(sample.sorted, 0.95))})`;

async function run(): Promise<Row[]> {
  const { first, last, staticFile } = await withDemoServer(measure);
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
