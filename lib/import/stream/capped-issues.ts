import { makeError } from '../issue.ts';
import type { Issue } from '../types.ts';
import { detachText } from './detach-text.ts';

/** So many issues of one file are told one by one; the others are counted. */
const MOST_ISSUES = 10_000;

/** The issues of a file that can have a million of them. */
export class CappedIssues {
  readonly #file: string;
  readonly #kept: Issue[] = [];
  #errors = 0;
  #more = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** Takes what a row's readers said, and leaves their list empty for the next row. */
  drain(issues: Issue[]): void {
    for (const issue of issues) this.add(issue);
    issues.length = 0;
  }

  add(issue: Issue): void {
    if (issue.severity === 'error') this.#errors += 1;
    if (this.#kept.length < MOST_ISSUES)
      this.#kept.push({ ...issue, value: issue.value === null ? null : detachText(issue.value) });
    else this.#more += 1;
  }

  list(): Issue[] {
    if (this.#more === 0) return this.#kept;
    return [...this.#kept, makeError(this.#file, 'more-issues', {}, { more: this.#more, shown: MOST_ISSUES })];
  }
}
