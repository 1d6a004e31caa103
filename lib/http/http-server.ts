import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Environment, LogLevel } from '#lib/config/environment.ts';
import { commonHeaders } from '#lib/config/security-headers.ts';
import { redactPath } from '#lib/log/redact.ts';
import { type RequestScope, runInRequest } from '#lib/log/request-scope.ts';
import { describeError, type LogFields } from '#lib/log/write-log.ts';
import { refuseBody } from './body-limit.ts';
import { requestIdOf, settleOrigin } from './forwarded.ts';

/**
 * A client has so long for the head of a request, and for all of it: 210 MB take 5 minutes at 6 Mbit/s. A connection is
 * kept longer than proxies keep theirs (60 s): whoever ends it first must not be the one who is about to be asked.
 */
const LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};
/** How long what somebody began who went away is waited for; a transaction that is open is waited for in any case. */
const GONE_MS = 5_000;
/** How long a connection on which nothing was asked has yet when the server is told to end. */
const SILENT_MS = 100;
const MOST_CONNECTIONS = 2_000;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Asked so often, or so much the same for everyone, that they are told of only where everything is. */
const UNREMARKABLE = /^\/(_next\/static\/|healthz$|icon\.svg$)/;

export interface HttpServer {
  server: Server;
  /**
   * Takes no more connections, lets what is under way come to its end and, after `patience` ms, ends the connections
   * that are left. @returns whether all was answered
   */
  stop(patience: number): Promise<boolean>;
}

export interface HttpServerOptions {
  environment: Pick<Environment, 'publicUrl' | 'isBehindProxy'>;
  log: (level: LogLevel, event: string, fields: LogFields) => void;
  /** Overrides LIMITS, in ms and bytes. */
  limits?: Partial<typeof LIMITS>;
}

/**
 * The hard shell round what answers the pages: limits of time and size, the headers that every answer bears, an id and
 * a line of the log for every request, and an end that cuts nothing off.
 */
export function createHttpServer(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  { environment, log, limits }: HttpServerOptions,
): HttpServer {
  const headers = new Map(Object.entries(commonHeaders(environment.publicUrl)));
  const running = new Set<Promise<void>>();
  /** Connections on which nothing was asked yet. */
  const silent = new Set<Socket>();
  let isStopping = false;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const refusal = METHODS.includes(request.method ?? '') ? refuseBody(path, request.headers) : 405;
    if (refusal !== null) {
      // What is left of the body is not waited for.
      response.writeHead(refusal, { connection: 'close', 'content-length': 0 }).end();
      return;
    }
    await answer(request, response);
  }

  const server = createServer({ ...LIMITS, ...limits }, (request, response) => {
    const begun = performance.now();
    silent.delete(request.socket);
    const scope: RequestScope = { id: requestIdOf(request.headers, environment.isBehindProxy), personId: null };
    settleOrigin(request, environment.isBehindProxy);
    request.headers['x-request-id'] = scope.id;
    response.setHeaders(headers);
    response.setHeader('x-request-id', scope.id);
    const told = { request: scope.id, method: request.method ?? '', path: redactPath(request.url ?? '') };
    response.on('close', () => {
      const status = response.statusCode;
      const level = status >= 500 ? 'warn' : UNREMARKABLE.test(told.path) ? 'debug' : 'info';
      const ms = Math.round(performance.now() - begun);
      log(level, 'request', { ...told, status, ms, person: scope.personId, cut: !response.writableFinished });
      if (isStopping) setImmediate(() => server.closeIdleConnections());
    });
    const work = runInRequest(scope, () => respond(request, response)).catch((error: unknown) => {
      log('error', 'error', { ...told, ...describeError(error) });
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-length': 0 }).end();
    });
    // What answers somebody who went away may wait for them for ever. Who read leaves nothing to be done.
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const isGone = new Promise<void>((resolve) =>
      response.once('close', () => setTimeout(resolve, isReading ? 0 : GONE_MS).unref()),
    );
    const wanted = Promise.race([work, isGone]);
    running.add(wanted);
    void wanted.finally(() => running.delete(wanted));
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });

  return {
    server,
    stop: async (patience) => {
      isStopping = true;
      const closed = once(server, 'close');
      let isPatient = true;
      let timer: NodeJS.Timeout | undefined;
      const impatience = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          isPatient = false;
          server.closeAllConnections();
          resolve();
        }, patience);
      });
      server.close();
      // Browsers open connections ahead of what they may ask; those are not waited for, but what is just coming in is.
      const hush = setTimeout(() => {
        for (const socket of silent) socket.destroy();
      }, SILENT_MS);
      await closed;
      clearTimeout(hush);
      // Somebody who went away does not end the work that they began.
      await Promise.race([Promise.all(running), impatience]);
      clearTimeout(timer);
      return isPatient;
    },
  };
}
