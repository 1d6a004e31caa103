import type { Store } from '#lib/db/store.ts';
import { handleAuth } from '../handle-auth.ts';

export const ADDRESS = 'http://127.0.0.1:3000';

/** A browser as far as sign-in goes: keeps the cookies that it is sent and sends them back. */
export class Browser {
  readonly cookies = new Map<string, string>();
  private readonly store: Store;
  private readonly address: string;

  constructor(store: Store, address = '127.0.0.1') {
    this.store = store;
    this.address = address;
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** The session's cookie as it stands; undefined without one. */
  get session(): string | undefined {
    return this.cookies.get('afstemt.session_token');
  }

  async ask(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> {
    const request = new Request(`${ADDRESS}/api/auth${path}`, {
      method,
      headers: { cookie: this.cookieHeader, origin: ADDRESS, host: '127.0.0.1:3000', 'user-agent': 'test' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const origin = { channel: 'screen' as const, address: this.address };
    const reply = await handleAuth(request, { store: this.store, publicUrl: null, origin });
    if (reply === null) return { status: 404, body: {}, headers: new Headers() };
    for (const line of reply.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value === '' || attributes.some((one) => /^max-age=0$/i.test(one))) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = await reply.text();
    return { status: reply.status, body: text.startsWith('{') ? JSON.parse(text) : {}, headers: reply.headers };
  }

  signIn(email: string, password: string) {
    return this.ask('POST', '/sign-in/email', { email, password });
  }
}
