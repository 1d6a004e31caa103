import type { DemoRole } from '#lib/auth/people.ts';
import { signInByHttp } from '../sign-in.ts';
import { PAGES } from './addresses.ts';
import {
  type ActionAnswer,
  type Answer,
  ask,
  type BuiltAction,
  callAction,
  listBuiltActions,
  readResult,
  refusalOf,
} from './ask.ts';

/** Somebody who asks a running server without a browser. */
export class Caller {
  readonly address: string;
  /** The session's cookie; null: signed out. */
  readonly cookie: string | null;

  constructor(address: string, cookie: string | null) {
    this.address = address;
    this.cookie = cookie;
  }

  static async signedInAs(address: string, role: DemoRole): Promise<Caller> {
    return new Caller(address, await signInByHttp(address, role));
  }

  get(path: string): Promise<Answer> {
    return ask(this.address + path, { cookie: this.cookie });
  }

  post(path: string, body: FormData): Promise<Answer> {
    return ask(this.address + path, { method: 'POST', cookie: this.cookie, body });
  }

  /** Asks for sign-in or what goes with it. */
  askAuth(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    const json = { 'content-type': 'application/json', ...headers };
    const question = { method: 'POST', cookie: this.cookie, headers: json, body: JSON.stringify(body) } as const;
    return ask(`${this.address}/api/auth${path}`, question);
  }

  /** Calls the action of that name from a page that has it. @throws where it does not run */
  async act(name: string, ...given: unknown[]): Promise<ActionAnswer> {
    const action = findAction((one) => one.name === name);
    const answer = await callAction(this.address + pageOf(action), action.id, given, { cookie: this.cookie });
    const result = readResult(answer);
    if (result === undefined) throw new Error(`${name} did not run: ${answer.status} ${answer.text.slice(0, 300)}`);
    return result;
  }

  /** Why the action did nothing; null: it did something. */
  async refusal(name: string, ...given: unknown[]): Promise<string | null> {
    return refusalOf(await this.act(name, ...given));
  }
}

/** The action of the build that is meant. @throws where there is none */
export function findAction(isMeant: (action: BuiltAction) => boolean): BuiltAction {
  const found = listBuiltActions().find(isMeant);
  if (!found) throw new Error('The action is not built.');
  return found;
}

/** The address of a page that has the action. */
export function pageOf({ name, pages }: BuiltAction): string {
  const line = PAGES.find(({ file }) => pages.includes(file));
  if (!line) throw new Error(`No page has ${name}.`);
  return line.address;
}
