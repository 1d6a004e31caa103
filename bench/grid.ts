import { chromium, type Page } from '@playwright/test';
import type { Context } from '#lib/services/context.ts';
import type { Server } from '../e2e/server.ts';
import { signIn } from '../e2e/sign-in.ts';
import { withDemoServer } from './shared/demo-server.ts';
import type { Part, Row } from './shared/row.ts';
import { demoFiles, importAll } from './shared/stores.ts';
import { quantile, type Sample, showSample, showTime, toSample } from './shared/timing.ts';

const ACCOUNTS = 20_000;
const PERIOD = '2022-12';
const KEYS = 60;
const KEY_GOAL_MS = 50;
const FILTER_GOAL_MS = 100;
const READY_GOAL_MS = 1_000;
const READY_RUNS = 7;
const SLOWER = 4;

/** A balance of as many accounts as a large municipality has; what is debit in one is credit in the next. */
async function importLargeBalance(context: Context): Promise<void> {
  const lines = Array.from({ length: ACCOUNTS }, (_, index) => {
    const amount = `${index % 2 === 0 ? '' : '-'}${1_000 + Math.floor(index / 2)},25`;
    return `${90_000_000 + index};Konto nr. ${index};9.28.14;${amount}`;
  });
  const bytes = Buffer.from(['Konto;Kontonavn;IM-funktion;Saldo', ...lines, ''].join('\r\n'));
  const balance = { name: `saldobalance-${PERIOD}.csv`, bytes, kind: 'auto' as const };
  await importAll(context, [...demoFiles('im-funktioner', 'organisation'), balance], PERIOD);
}

/** Keys pressed in what has the focus, each from the key to the frame that shows what it did. */
async function timeKeys(page: Page, keys: readonly string[]): Promise<Sample> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    document.addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          // Behind the frame's painting.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(30);
  }
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  if (times.length < keys.length) throw new Error(`Of ${keys.length} keys ${times.length} were painted.`);
  return toSample(times);
}

/** From a character in the search to the frame in which the status bar tells of the rows that are left. */
async function timeFilter(page: Page): Promise<Sample> {
  await page.getByRole('searchbox').focus();
  const times: number[] = [];
  // No function has a 7, so each of these leaves other rows.
  for (const text of ['7', '73', '735', '73', '7']) {
    times.push(
      await page.evaluate(
        (typed) =>
          new Promise<number>((resolve, reject) => {
            const tell = () =>
              [...document.querySelectorAll('[role="status"]')]
                .map((one) => one.textContent)
                .find((one) => /rækker/.test(one));
            const main = document.querySelector('main');
            const search = document.querySelector('main input[type="search"]');
            const before = tell();
            if (!main || before === undefined || !(search instanceof HTMLInputElement)) {
              reject(new Error('The list is not there.'));
              return;
            }
            const start = performance.now();
            // The bar itself can be made anew, so the whole page is watched for other words in it.
            const observer = new MutationObserver(() => {
              if (tell() === before) return;
              observer.disconnect();
              requestAnimationFrame(() => resolve(performance.now() - start));
            });
            observer.observe(main, { subtree: true, childList: true, characterData: true });
            setTimeout(() => reject(new Error(`The list did not change for ${typed}: ${before}`)), 10_000);
            const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
            set?.call(search, typed);
            search.dispatchEvent(new Event('input', { bubbles: true }));
          }),
        text,
      ),
    );
    await page.waitForTimeout(400);
  }
  return toSample(times);
}

/** From asking for *Konti* of the demo to its first rows on screen, by a processor four times as slow. */
async function timeReady(page: Page): Promise<Sample> {
  const session = await page.context().newCDPSession(page);
  const times: number[] = [];
  for (let run = 0; run < READY_RUNS; run += 1) {
    await page.goto('/2023-12/rapport');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const start = performance.now();
    await page.goto('/2023-12/konti', { waitUntil: 'commit' });
    await page.locator('tr[data-line="0"] td[data-column="1"]').waitFor({ timeout: 60_000 });
    times.push(performance.now() - start);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  return toSample(times);
}

interface Measured {
  ready: Sample;
  keys: Sample;
  ranges: Sample;
  filter: Sample;
}

async function measure({ address }: Server): Promise<Measured> {
  const browser = await chromium.launch({
    executablePath: process.env.PW_CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage({ baseURL: address, locale: 'da-DK' });
    await signIn(page, 'accountant2');
    const ready = await timeReady(page);
    await page.goto(`/${PERIOD}/konti`);
    const grid = page.getByRole('grid');
    await grid.locator('tr[data-line="0"] td[data-column="1"]').click({ timeout: 60_000 });
    const keys = await timeKeys(page, [
      ...Array<string>(KEYS).fill('ArrowDown'),
      'PageDown',
      'Control+End',
      'Control+Home',
    ]);
    await page.reload();
    await grid.locator('tr[data-line="0"] td[data-column="1"]').click({ timeout: 60_000 });
    const ranges = await timeKeys(page, [...Array<string>(KEYS).fill('Shift+ArrowDown'), 'Control+a']);
    return { ready, keys, ranges, filter: await timeFilter(page) };
  } finally {
    await browser.close();
  }
}

async function run(): Promise<Row[]> {
  const { ready, keys, ranges, filter } = await withDemoServer(measure, importLargeBalance);
  const row = (what: string, sample: Sample, goal: number): Row => ({
    what: `${what}, ${ACCOUNTS} rows`,
    ours: `${showTime(sample.median)}, 95 %: ${showTime(quantile(sample.sorted, 0.95))}`,
    beside: '',
    ratio: '',
    goal: `≤ ${goal} ms`,
    met: quantile(sample.sorted, 0.95) <= goal,
  });
  return [
    {
      what: `Konti ready, 2,449 rows, processor ${SLOWER}× as slow`,
      ours: showSample(ready),
      beside: '',
      ratio: '',
      goal: `≤ ${READY_GOAL_MS} ms`,
      met: ready.median <= READY_GOAL_MS,
    },
    row('Key to painted cell', keys, KEY_GOAL_MS),
    row('Key to painted range', ranges, KEY_GOAL_MS),
    row('Typed character to filtered list', filter, FILTER_GOAL_MS),
  ];
}

export const GRID: Part = { name: 'grid', run };
