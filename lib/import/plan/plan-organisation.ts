import type { Administration, Committee } from '#lib/domain/municipality.ts';
import { makeError } from '../issue.ts';
import type { ParsedOf } from '../types.ts';
import { compareMaps, type Draft, headingOf, isSameRecord, type KindPlan, type Placed, placeByCode } from './draft.ts';

/** The file states the whole organisation, in the order in which the municipality names it. */
export function planOrganisation(draft: Draft, file: ParsedOf<'organisation'>): KindPlan {
  const committees = new Map<string, Placed<Committee>>();
  const administrations = new Map<string, Placed<Administration>>();
  const fail = (code: string, row: number, field: string, value: string, params: Record<string, string>) =>
    draft.issues.push(makeError(file.name, code, { row, column: headingOf(file, field), value }, params));
  for (const line of file.rows) {
    const { row, committeeCode, committeeName, administrationCode, administrationName } = line;
    if (committeeCode === '') continue;
    const known = committees.get(committeeCode);
    if (!known) {
      committees.set(committeeCode, { code: committeeCode, name: committeeName, position: committees.size });
    } else if (known.name !== committeeName) {
      fail('committee-name-disagrees', row, 'committeeName', committeeName, { code: committeeCode, name: known.name });
    }
    if (administrationCode === '') continue;
    if (administrations.has(administrationCode)) {
      fail('duplicate-administration', row, 'administrationCode', administrationCode, {});
      continue;
    }
    administrations.set(administrationCode, {
      code: administrationCode,
      name: administrationName,
      committee: committeeCode,
      position: administrations.size,
    });
  }
  draft.committees = committees;
  draft.administrations = administrations;
  const first = compareMaps(placeByCode(draft.before.committees), committees, isSameRecord, (id, before, after) => ({
    subject: 'committee',
    id,
    before,
    after,
  }));
  const previous = placeByCode(draft.before.administrations);
  const second = compareMaps(previous, administrations, isSameRecord, (id, before, after) => ({
    subject: 'administration',
    id,
    before,
    after,
  }));
  return {
    added: first.added + second.added,
    changed: first.changed + second.changed,
    removed: first.removed + second.removed,
    unchanged: first.unchanged + second.unchanged,
    changes: [...first.changes, ...second.changes],
  };
}

/** The file states all functions of the fiscal year. */
export function planFunctions(draft: Draft, file: ParsedOf<'im-funktioner'>): KindPlan {
  const functions = new Map<string, string>();
  for (const { row, code, name } of file.rows) {
    if (code === '') continue;
    if (functions.has(code)) {
      const place = { row, column: headingOf(file, 'imFunction'), value: code };
      draft.issues.push(makeError(file.name, 'duplicate-function', place));
    } else functions.set(code, name);
  }
  const before = draft.functions;
  draft.functions = functions;
  return compareMaps(
    before,
    functions,
    () => false,
    (id, previous, next) => ({
      subject: 'imFunction',
      id,
      before: previous === null ? null : { code: id, name: previous },
      after: next === null ? null : { code: id, name: next },
    }),
  );
}
