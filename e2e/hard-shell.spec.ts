import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import Database from 'better-sqlite3';
import { readDemo } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { startServer } from './server.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks as a browser would not. */
function ask(address: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(address, options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

const PAGES = [
  '/',
  '/2023-12/konti',
  '/2023-12/konti/95900015',
  '/findes-ikke',
  '/import',
  '/hjaelp/import',
  '/healthz/x',
];
const NO_PAGES = ['/healthz', '/api/accounts?period=2023-12&format=csv', '/api/templates/organisation?format=csv'];

const COMMON = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\).*microphone=\(\)/),
  'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
};

test('every answer bears the headers that keep it from being turned against its reader', async ({ server }) => {
  for (const address of PAGES) {
    const { headers } = await ask(`${server.address}${address}`);
    expect(headers, address).toMatchObject(COMMON);
    expect(headers['content-security-policy'], address).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[\da-f-]{36}' 'strict-dynamic'; style-src 'self'; .*frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'$/,
    );
    expect(headers['cache-control'], address).toContain('no-store');
  }
  for (const address of NO_PAGES) {
    const { headers } = await ask(`${server.address}${address}`);
    expect(headers, address).toMatchObject(COMMON);
    expect(headers['content-security-policy'], address).toMatch(/^default-src 'none'; .*sandbox$/);
    expect(headers['cache-control'], address).toBe('no-store');
  }
  const refused = [
    await ask(server.address, { headers: { host: 'example.dk' } }),
    await ask(`${server.address}/api/import/store`, { method: 'POST' }),
    await ask(server.address, { method: 'OPTIONS' }),
    await ask(server.address, { method: 'POST', headers: { 'content-length': '99999999' } }),
    await ask(`${server.address}/_next/static/chunks/none.js`),
  ];
  expect(refused.map(({ status }) => status)).toEqual([421, 403, 405, 413, 404]);
  for (const { headers } of refused) expect(headers).toMatchObject(COMMON);
});

test('a page runs the scripts only that were made for it', async ({ page, faults }) => {
  const nonces = new Set<string>();
  for (const address of ['/2023-12', '/2023-12/konti/95900015', '/findes-ikke']) {
    faults.expect(/404 GET .*findes-ikke|status of 404/);
    const response = await page.goto(address);
    const policy = response?.headers()['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    const html = (await response?.text()) ?? '';
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length, address).toBeGreaterThan(0);
    expect(
      scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)),
      address,
    ).toEqual([]);
    expect(html, address).not.toMatch(/<[^>]+\s(style|on[a-z]+)="|<style\b|href="javascript:/i);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);

  faults.expect(/Content Security Policy/);
  await page.goto('/2023-12');
  const refused = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
    const html =
      '<img src="data:," onerror="window.pwned = 1"><b style="color: red">x</b><base href="https://example.dk">';
    document.body.insertAdjacentHTML('beforeend', html);
    const inner = document.createElement('iframe');
    inner.srcdoc = '<script>parent.pwned = 2</script>';
    document.body.append(inner);
    const frame = document.createElement('iframe');
    frame.src = 'https://example.dk/';
    document.body.append(frame);
    await fetch('https://example.dk/').catch(() => undefined);
    const wanted = ['base-uri', 'connect-src', 'frame-src', 'script-src-attr', 'style-src-attr'];
    for (let looks = 0; looks < 100 && wanted.some((one) => !seen.includes(one)); looks += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return { seen: [...new Set(seen)].sort(), pwned: 'pwned' in window };
  });
  expect(refused.pwned).toBe(false);
  expect(refused.seen).toEqual(
    expect.arrayContaining(['base-uri', 'connect-src', 'frame-src', 'script-src-attr', 'style-src-attr']),
  );
});

test('what watches over the server learns whether it works, and nothing else', async ({ server }) => {
  expect(await ask(`${server.address}/healthz`)).toMatchObject({ status: 200, body: '{"ok":true}' });
  expect((await ask(`${server.address}/healthz`, { headers: { host: 'example.dk' } })).status).toBe(421);
});

test('behind a TLS proxy it answers to its public address alone, and changes come from there', async () => {
  const server = await startServer('new', { AFSTEMT_URL: 'https://afstemt.example.dk', AFSTEMT_PROXY: '1' });
  try {
    const host = 'afstemt.example.dk';
    const proxied = { host, 'x-forwarded-for': '10.1.2.3', 'x-request-id': 'proxy-request-1' };
    const { status, headers } = await ask(`${server.address}/log-ind`, { headers: proxied });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-request-id': 'proxy-request-1',
    });
    expect((await ask(`${server.address}/log-ind`)).status).toBe(421);
    expect((await ask(`${server.address}/log-ind`, { headers: { host: 'example.dk' } })).status).toBe(421);
    expect((await ask(`${server.address}/healthz`)).status).toBe(200);
    const tryFrom = async (origin: string) => {
      const sent = { method: 'POST', headers: { ...proxied, origin, 'content-length': '0' } };
      return (await ask(`${server.address}/api/auth/sign-in/email`, sent)).status;
    };
    expect(await tryFrom('https://afstemt.example.dk')).toBe(400);
    for (const origin of ['http://afstemt.example.dk', server.address, 'https://example.dk', 'null']) {
      expect(await tryFrom(origin), origin).toBe(403);
    }
  } finally {
    await server.stop();
  }
});

test('the demo answers to its own machine’s names only, whatever the settings say', async () => {
  const server = await startServer('demo', { AFSTEMT_URL: 'https://afstemt.example.dk', AFSTEMT_PROXY: '1' });
  try {
    expect((await ask(`${server.address}/log-ind`, { headers: { host: 'afstemt.example.dk' } })).status).toBe(421);
    expect((await ask(`${server.address}/log-ind`)).status).toBe(200);
  } finally {
    await server.stop();
  }
});

test('the log has a line for each request, and none of what was typed or kept secret', async ({ page, server }) => {
  const response = await page.goto('/2023-12/konti?q=hemmeligt');
  await page.request.post('/api/auth/sign-in/email', {
    headers: { origin: server.address },
    data: { email: 'hemmelig@example.dk', password: 'hemmelig-adgangskode' },
    failOnStatusCode: false,
  });
  const id = response?.headers()['x-request-id'];
  await expect
    .poll(() => server.log().find(({ request }) => request === id))
    .toMatchObject({
      level: 'info',
      event: 'request',
      method: 'GET',
      path: '/2023-12/konti',
      status: 200,
      person: expect.stringMatching(/^demo-/),
    });
  await expect.poll(() => JSON.stringify(server.log())).toContain('/api/auth/sign-in/email');
  const text = JSON.stringify(server.log());
  expect(text).not.toContain('hemmelig');
  const cookies = await page.context().cookies();
  for (const { name, value } of cookies) if (value.length >= 16) expect(text, name).not.toContain(value);
});

/** Every account's name changed: the largest change that one file makes. */
const RENAMED = readDemo('saldobalance').replace(/^(\d{8};[^;]*);/gm, '$1 omdøbt;');

interface Sent {
  digest: string;
  kind: string;
  file: { name: string; mimeType: string; buffer: Buffer };
  period: string;
  overwrite: string;
  amounts: string;
}

function send(request: APIRequestContext, address: string, step: 'preview' | 'store', digest: string) {
  const file = { name: 'saldobalance.csv', mimeType: 'text/csv', buffer: Buffer.from(RENAMED, 'utf8') };
  const multipart: Sent = { file, kind: 'auto', period: '2023-12', amounts: '', overwrite: 'false', digest };
  const headers = { origin: address };
  return request.post(`${address}/api/import/${step}`, { headers, multipart: { ...multipart }, timeout: 60_000 });
}

function counts(folder: string) {
  const db = new Database(path.join(folder, 'afstemt.db'), { readonly: true });
  try {
    const count = (sql: string) => Number(db.prepare(sql).pluck().get());
    return {
      sound:
        db.pragma('integrity_check', { simple: true }) === 'ok' &&
        count('SELECT count(*) FROM pragma_foreign_key_check') === 0,
      imports: count('SELECT count(*) FROM "Import"'),
      renamed: count(`SELECT count(*) FROM "Account" WHERE "name" LIKE '% omdøbt'`),
      told: count(`SELECT count(*) FROM "AuditEvent" WHERE "importId" = (SELECT max("id") FROM "Import")`),
    };
  } finally {
    db.close();
  }
}

test.describe('a stop', () => {
  test.use({ role: 'administrator' });

  for (const delay of [0, 60, 200, 600]) {
    test(`told ${delay} ms into an import, the server ends in order, and the import is whole or not there`, async ({
      page,
      server,
    }) => {
      // No page is open that would go on asking a server that has stopped.
      const preview = await send(page.request, server.address, 'preview', '');
      const { ok, digest } = (await preview.json()) as { ok: boolean; digest: string };
      expect(ok).toBe(true);
      const before = counts(server.folder);
      const stored = send(page.request, server.address, 'store', digest).then(
        (answer) => answer.json() as Promise<{ ok: boolean }>,
        () => null,
      );
      await new Promise((resolve) => setTimeout(resolve, delay));
      expect(await server.end()).toBe(0);
      expect(server.log().at(-1)).toMatchObject({ event: 'stopped', answeredAll: true });
      const after = counts(server.folder);
      expect(after.sound).toBe(true);
      const answer = await stored;
      if (after.imports === before.imports) {
        expect(answer).toBeNull();
        expect(after).toEqual(before);
      } else {
        // Who was told that it is stored was told the truth, and was told.
        expect(answer).toMatchObject({ ok: true });
        expect(after.renamed).toBe(2_449);
        expect(after.told).toBeGreaterThanOrEqual(2_449);
      }
    });
  }
});
