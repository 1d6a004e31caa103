import type { BrowserContext } from '@playwright/test';

/**
 * What the browser says of a page that one stays on for some seconds, if it was sent a style sheet for what was then
 * not found. It tells how slow the machine is, and nothing of the page.
 */
const LEFT_UNUSED = /was preloaded using link preload but not used within a few seconds/;

/** What must not happen while a person works: gathered from every page, told at the end of the test. */
export class Faults {
  #found: string[] = [];
  #expected: RegExp[] = [];

  /** Takes what matches for part of what is tested. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (LEFT_UNUSED.test(message.text())) return;
      if (message.type() === 'error' || message.type() === 'warning') {
        const { url } = message.location();
        this.#add(`console ${message.type()} on ${message.page()?.url()}: ${message.text()} (${url})`);
      }
    });
    context.on('weberror', (error) => this.#add(`page error: ${error.error().stack ?? error.error().message}`));
    context.on('response', (response) => {
      if (response.status() >= 400) this.#add(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // What is under way when one goes elsewhere is aborted, and so is a navigation that turns into a download.
      if (reason !== 'net::ERR_ABORTED') this.#add(`${reason} ${request.method()} ${request.url()}`);
    });
  }

  /** What was found that nobody expected. */
  unexpected(complaints: string): string[] {
    const lines = complaints.split('\n').filter((line) => line.trim() !== '');
    const all = [...this.#found, ...lines.map((line) => `server: ${line}`)];
    return all.filter((one) => !this.#expected.some((pattern) => pattern.test(one)));
  }

  #add(fault: string): void {
    this.#found.push(fault);
  }
}
