import type { Issue } from './types.ts';

/** Where in a file something is: what is left out concerns the whole file. */
interface Place {
  row?: number;
  column?: string;
  value?: string;
}

/** Values are shown beside the error; of a very long one its beginning. */
const LONGEST_VALUE = 200;

function makeIssue(
  severity: Issue['severity'],
  file: string,
  code: string,
  place: Place,
  params: Issue['params'],
): Issue {
  const { row = null, column = null, value = null } = place;
  const shown = value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  return { severity, file, row, column, value: shown, code, params };
}

/** An issue that keeps the files of the call from being stored. */
export function makeError(file: string, code: string, place: Place = {}, params: Issue['params'] = {}): Issue {
  return makeIssue('error', file, code, place, params);
}

/** An issue that is worth a look. */
export function makeWarning(file: string, code: string, place: Place = {}, params: Issue['params'] = {}): Issue {
  return makeIssue('warning', file, code, place, params);
}
