import { recordEvents } from '#lib/db/audit.ts';
import { createComment } from '#lib/db/comments.ts';
import { createNotices } from '#lib/db/notices.ts';
import { findPerson } from '#lib/db/people.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import type { Grant } from '#lib/domain/permissions.ts';
import { narrowState, placeOfAccount, seesFinding } from '#lib/domain/visibility.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { commentInput } from '#lib/schemas/comments.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, type Problem, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { seesWholeAccount } from './sees-account.ts';

/**
 * Says something about an account, or about its finding for a committee, and tells whoever is mentioned. Only people
 * who can see what it is about can be mentioned.
 */
export async function addComment(context: Context, input: unknown): Promise<Result<{ id: number }>> {
  const { store, actor } = context;
  const parsed = parseInput(commentInput, input);
  if (!parsed.ok) return parsed;
  const { account, committee, text, mentions } = parsed.value;
  const period = await findPeriod(store, parsed.value.periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const visible = narrowState(state, actor);
    if (!visible.accounts.some(({ number }) => number === account))
      return refused([problem('unknown-account', 'account')]);
    const missing = findHiddenPlace(visible, actor, account, committee);
    if (missing) return refused([missing]);
    const place = placeOfAccount(state.responsibilities.get(account));
    const acting =
      actingFor(context, 'comment', place) ??
      (committee === null ? null : actingFor(context, 'comment', { committees: [committee], administrations: [] }));
    if (!acting) return refused([problem('not-allowed')]);
    const closed = refusalOf(state.periodStatus, false);
    if (closed) return refused([problem(closed)]);
    const told = await findMentioned(tx, state, account, committee, mentions);
    if (told.length < mentions.length) return refused([problem('unknown-person', 'mentions')]);

    const at = new Date().toISOString();
    const said = { text, personId: actor.personId, personName: actor.name, at };
    const id = await createComment(tx, { periodId: period.id, account, committee }, said);
    await recordEvents(tx, acting, at, [
      {
        action: 'create',
        subject: 'comment',
        subjectId: account,
        periodId: period.id,
        importId: null,
        before: null,
        after: { committee, text, mentions: told.map(({ name }) => name) },
      },
    ]);
    const notice = { kind: 'mention' as const, periodId: period.id, accountNumber: account, text, at };
    await createNotices(
      tx,
      told
        .filter(({ id: personId }) => personId !== actor.personId)
        .map(({ id: personId }) => ({ ...notice, personId, fromName: actor.name })),
    );
    return done({ id });
  }, isDone);
}

/** A comment on the account is for those who see all of it; one on a finding, for those who see that. */
function findHiddenPlace(
  visible: MunicipalityState,
  person: { grants: readonly Grant[] },
  account: string,
  committee: string | null,
): Problem | null {
  if (committee === null)
    return seesWholeAccount(visible, person, account) ? null : problem('unknown-finding', 'committee');
  const findings = visible.reconciliations.get(account)?.findings ?? [];
  return findings.some((finding) => finding.committee === committee) ? null : problem('unknown-finding', 'committee');
}

async function findMentioned(
  tx: WriteDb,
  state: MunicipalityState,
  account: string,
  committee: string | null,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const today = danishDate(new Date());
  const found: { id: string; name: string }[] = [];
  for (const id of ids) {
    const person = await findPerson(tx, id);
    if (!person || person.disabledAt !== null) continue;
    const grants = await listGrantsToday(tx, id, today);
    const sees =
      committee === null
        ? seesWholeAccount(state, { grants }, account)
        : seesFinding(state, { grants }, account, committee);
    if (sees) found.push({ id, name: person.name });
  }
  return found;
}
