import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Claims that differ from what they should be, or a signature that does. */
export type Forgery = Record<string, unknown> & { forge?: 'key' | 'none' };

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(header: object, claims: object, key: KeyObject): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/** A provider with keys of its own whose tokens are right but for `forgery`. */
export async function startForger(clientId: string, { forge, ...changes }: Forgery) {
  const right = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function token(code: string): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'g1',
      email: 'gry@kommune.dk',
      name: 'Gry G',
      nonce: nonces.get(code),
      iat: now,
      exp: now + 600,
      ...changes,
    };
    if (forge === 'none') return `${encode({ alg: 'none' })}.${encode(claims)}.`;
    return sign({ alg: 'RS256', kid: 'k' }, claims, forge === 'key' ? wrong.privateKey : right.privateKey);
  }

  const send = (response: ServerResponse, body: object) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  server.on('request', async (request, response) => {
    if (request.url === '/jwks') {
      return send(response, {
        keys: [{ ...right.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
      });
    }
    if (request.url === '/token') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const code = new URLSearchParams(Buffer.concat(chunks).toString()).get('code') ?? '';
      return send(response, { access_token: 'a', token_type: 'bearer', expires_in: 600, id_token: token(code) });
    }
    return send(response, {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    });
  });
  return {
    issuer,
    /** A code whose token bears this nonce, where it is not forged. */
    codeFor: (nonce: string) => {
      const code = `code-${nonces.size}`;
      nonces.set(code, nonce);
      return code;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
