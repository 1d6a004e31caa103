import { once } from 'node:events';
import {
  Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { currentRequest, notePerson } from '#lib/log/request-scope.ts';
import type { LogFields } from '#lib/log/write-log.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from './http-server.ts';

interface Line {
  level: string;
  event: string;
  fields: LogFields;
}
interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

const open: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ stop }) => stop(0)));
});

type Answering = (request: IncomingMessage, response: ServerResponse) => unknown;

async function start(answer: Answering, options: Partial<HttpServerOptions> = {}) {
  const lines: Line[] = [];
  const pages = createHttpServer(
    async (request, response) => {
      await answer(request, response);
    },
    {
      environment: { publicUrl: null, isBehindProxy: false },
      log: (level, event, fields) => lines.push({ level, event, fields }),
      ...options,
    },
  );
  open.push(pages);
  pages.server.listen(0, '127.0.0.1');
  await once(pages.server, 'listening');
  const { port } = pages.server.address() as AddressInfo;
  return { ...pages, lines, port };
}

function ask(
  port: number,
  path: string,
  method = 'GET',
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends bytes as they are. @returns all that came back until the connection ended */
async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let back = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    back += part;
  });
  socket.write(text);
  await once(socket, 'close');
  return back;
}

/** Lets what happens after an answer's last byte happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('every answer', () => {
  it('bears the headers that hold for all, also where the pages failed', async () => {
    const { port } = await start((request, response) => {
      if (request.url === '/broken') throw new Error('no');
      response.end('yes');
    });
    for (const path of ['/', '/broken']) {
      const { status, headers, body } = await ask(port, path);
      expect(status).toBe(path === '/' ? 200 : 500);
      expect(body).toBe(path === '/' ? 'yes' : '');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
      });
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('tells browsers to come by https only where that is the public address', async () => {
    const secure = await start((_, response) => response.end(), {
      environment: { publicUrl: 'https://afstemt.example.dk', isBehindProxy: true },
    });
    expect((await ask(secure.port, '/')).headers['strict-transport-security']).toBe('max-age=31536000');
    const plain = await start((_, response) => response.end(), {
      environment: { publicUrl: 'http://afstemt.example.dk', isBehindProxy: true },
    });
    expect((await ask(plain.port, '/')).headers['strict-transport-security']).toBeUndefined();
  });
});

describe('the request id', () => {
  const echo: Answering = (request, response) =>
    response.end(JSON.stringify([request.headers['x-request-id'], currentRequest()?.id]));

  it('is ours: in the answer, for the pages, in the log', async () => {
    const { port, lines } = await start(echo);
    const { headers, body } = await ask(port, '/x', 'GET', { 'x-request-id': 'chosen-by-them' });
    const id = headers['x-request-id'];
    expect(id).not.toBe('chosen-by-them');
    expect(JSON.parse(body)).toEqual([id, id]);
    await settle();
    expect(lines.map(({ fields }) => fields.request)).toEqual([id]);
  });

  it('is the proxy’s where there is one of ours and it is well-formed', async () => {
    const { port } = await start(echo, { environment: { publicUrl: null, isBehindProxy: true } });
    const id = async (given: string) =>
      (await ask(port, '/', 'GET', { 'x-request-id': given })).headers['x-request-id'];
    expect(await id('1234-abcd.5')).toBe('1234-abcd.5');
    for (const given of ['short', 'with space', '"}{"', 'x'.repeat(65)]) expect(await id(given)).not.toBe(given);
  });
});

describe('where a request came from', () => {
  const echo: Answering = ({ headers }, response) =>
    response.end(
      JSON.stringify([headers['x-forwarded-for'], headers['x-forwarded-host'], headers['x-forwarded-proto']]),
    );
  const claims = {
    'x-forwarded-for': '6.6.6.6, 10.0.0.7',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=6.6.6.6',
  };

  it('is the connection’s address, whatever the headers claim', async () => {
    const { port } = await start(echo);
    expect(JSON.parse((await ask(port, '/', 'GET', claims)).body)).toEqual(['127.0.0.1', null, null]);
  });

  it('is what our own proxy added last', async () => {
    const { port } = await start(echo, { environment: { publicUrl: null, isBehindProxy: true } });
    expect(JSON.parse((await ask(port, '/', 'GET', claims)).body)).toEqual(['10.0.0.7', null, null]);
  });
});

describe('the log', () => {
  it('has a line a request: what, how it went, who; no query, cookie, body or key', async () => {
    const { port, lines } = await start((request, response) => {
      notePerson('person-7');
      response.statusCode = 404;
      request.resume();
      request.on('end', () => response.end('body-of-answer'));
    });
    const headers = { cookie: 'session=cookie-secret', authorization: 'Bearer bearer-secret', 'content-length': '13' };
    await ask(port, '/adgang/Zk3v9QmT1xY7bN5cR2wL?q=query-secret', 'POST', headers, 'password=word');
    await settle();
    expect(lines).toEqual([
      {
        level: 'info',
        event: 'request',
        fields: {
          request: expect.any(String),
          method: 'POST',
          path: '/adgang/*',
          status: 404,
          ms: expect.any(Number),
          person: 'person-7',
          cut: false,
        },
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|word|body-of-answer/);
  });

  it('keeps people apart who ask at once', async () => {
    const { port, lines } = await start((request, response) => {
      const person = request.url?.slice(1) ?? '';
      setTimeout(() => {
        notePerson(person);
        setTimeout(() => response.end(), 20);
      }, 10);
    });
    await Promise.all(['a', 'b', 'c'].map((name) => ask(port, `/${name}`)));
    await settle();
    expect(lines.map(({ fields }) => [fields.path, fields.person]).sort()).toEqual([
      ['/a', 'a'],
      ['/b', 'b'],
      ['/c', 'c'],
    ]);
  });

  it('tells what failed with its stack, and makes less of what is asked all the time', async () => {
    const { port, lines } = await start((request, response) => {
      if (request.url === '/broken') throw new Error('about 010203-1234');
      response.end();
    });
    await ask(port, '/broken');
    await ask(port, '/healthz');
    await ask(port, '/_next/static/chunks/a.js');
    await settle();
    expect(lines.map(({ level, event, fields }) => [level, event, fields.path])).toEqual([
      ['error', 'error', '/broken'],
      ['warn', 'request', '/broken'],
      ['debug', 'request', '/healthz'],
      ['debug', 'request', '/_next/static/chunks/a.js'],
    ]);
    expect(lines[0]?.fields.error).toMatch(/^Error: about \*\n +at .*http-server\.test\.ts/);
  });
});

describe('what is too large or too slow', () => {
  it('is refused before the pages see it', async () => {
    let seen = 0;
    const { port } = await start((_, response) => {
      seen += 1;
      response.end();
    });
    const length = (bytes: number) => ({ 'content-length': String(bytes) });
    const raw = (path: string, line: string) => sendRaw(port, `POST ${path} HTTP/1.1\r\nHost: x\r\n${line}\r\n\r\n`);
    expect(await raw('/', `Content-Length: ${4 * 1024 * 1024 + 1}`)).toMatch(/^HTTP\/1.1 413 /);
    expect(await raw('/api/import/preview', 'Transfer-Encoding: chunked')).toMatch(/^HTTP\/1.1 411 /);
    expect(await raw('/', `Content-Length: 1\r\nX-Long: ${'x'.repeat(17_000)}`)).toMatch(/^HTTP\/1.1 431 /);
    expect(await sendRaw(port, 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 405 /);
    expect(await sendRaw(port, 'nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    // Two lengths, or a length and chunks: what one reader takes for the end, another does not.
    expect(await raw('/', 'Content-Length: 1\r\nContent-Length: 2')).toMatch(/^HTTP\/1.1 400 /);
    expect(await raw('/', 'Content-Length: 1\r\nTransfer-Encoding: chunked')).toMatch(/^HTTP\/1.1 4(00|11) /);
    expect(seen).toBe(0);
    expect((await ask(port, '/', 'POST', length(3), 'abc')).status).toBe(200);
    const file = 'x'.repeat(5 * 1024 * 1024);
    for (const path of ['/api/import/store', '/api/documents', '/api/plan-workbooks', '/api/report-check']) {
      expect((await ask(port, path, 'POST', length(file.length), file)).status).toBe(200);
    }
  });

  it('is given up where a head or a body does not come', async () => {
    const { port } = await start((request, response) => request.resume().on('end', () => response.end()), {
      limits: { headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 50 },
    });
    expect(await sendRaw(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1.1 408 /);
    expect(await sendRaw(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nabc')).toMatch(
      /^HTTP\/1.1 408 /,
    );
  });
});

describe('a connection', () => {
  it('is kept longer than a proxy keeps its own, and through the time that a head may take', async () => {
    const { port } = await start((_, response) => response.end(), {
      limits: { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 },
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const askOn = () =>
      new Promise<{ kept: string; isOld: boolean }>((resolve, reject) => {
        const asked = httpRequest({ port, host: '127.0.0.1', agent }, (response) => {
          response
            .resume()
            .on('end', () => resolve({ kept: String(response.headers['keep-alive']), isOld: asked.reusedSocket }));
        });
        asked.on('error', reject).end();
      });
    const { kept } = await askOn();
    expect(Number(kept.replace('timeout=', ''))).toBeGreaterThan(60);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await askOn()).isOld).toBe(true);
    agent.destroy();
  });
});

/** Asks, and goes away before the answer. */
async function askAndLeave(port: number, method: 'GET' | 'POST'): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${method} / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`);
  await settle();
  socket.destroy();
}

describe('the end', () => {
  it('comes after what is under way, and takes nothing new', async () => {
    const { port, stop } = await start((_, response) => setTimeout(() => response.end('whole'), 150));
    const under = ask(port, '/');
    await settle();
    const stopped = stop(5_000);
    await expect(ask(port, '/')).rejects.toThrow(/ECONNREFUSED/);
    expect((await under).body).toBe('whole');
    expect(await stopped).toBe(true);
  });

  it('waits for the work of one who went away', async () => {
    let isDone = false;
    const { port, stop } = await start(async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      isDone = true;
    });
    await askAndLeave(port, 'POST');
    await stop(5_000);
    expect(isDone).toBe(true);
  });

  it('does not wait for what would be told to a reader who went away', async () => {
    const { port, stop } = await start(() => new Promise<void>(() => undefined));
    await askAndLeave(port, 'GET');
    expect(await stop(5_000)).toBe(true);
  });

  it('waits for work that does not end no longer than it is told', async () => {
    const { port, stop } = await start(() => new Promise<void>(() => undefined));
    await askAndLeave(port, 'POST');
    expect(await stop(100)).toBe(false);
  });

  it('does not wait for a connection on which nothing is asked', async () => {
    const { port, stop } = await start((_, response) => response.end());
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await settle();
    expect(await stop(5_000)).toBe(true);
    socket.destroy();
  });

  it('does not wait longer than it is told', async () => {
    const { port, stop } = await start(() => undefined);
    const hanging = ask(port, '/');
    const cut = expect(hanging).rejects.toThrow(/socket hang up/);
    await settle();
    expect(await stop(100)).toBe(false);
    await cut;
  });
});
