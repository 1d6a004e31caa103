import type { Page } from '@playwright/test';
import { DEMO_PEOPLE, type DemoRole } from '#lib/auth/people.ts';

/** Signs the page's browser in as one of the demo's people, by the address behind the button. Whoever was signed in is out. */
export async function signIn(page: Page, role: DemoRole): Promise<void> {
  // What is open would ask on in between, as nobody.
  await page.goto('about:blank');
  const { request } = page.context();
  // A connection that is kept may be ended just as it is asked on again.
  const maxRetries = 2;
  const { origin } = new URL((await request.get('/healthz', { maxRetries })).url());
  const answer = await request.post('/api/auth/sign-in/demo', {
    headers: { origin },
    data: { personId: DEMO_PEOPLE[role].personId },
    maxRetries,
  });
  if (!answer.ok()) throw new Error(`${role} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Signs in without a browser. @returns the session's cookie, as a request sends it */
export async function signInByHttp(address: string, role: DemoRole): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/demo`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ personId: DEMO_PEOPLE[role].personId }),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new Error(`${role} could not sign in: ${answer.status}`);
  return cookie.slice(0, cookie.indexOf(';'));
}
