import { z } from 'zod';
import { recordEvents } from '#lib/db/audit.ts';
import { createLine, deleteConfirmation, updateLine } from '#lib/db/registers.ts';
import { accountKey } from '#lib/domain/account.ts';
import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { deriveImFunction } from '#lib/domain/im-function.ts';
import { absolute } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { REGISTERS, type Register, type RegisterContents } from '#lib/domain/register.ts';
import { narrowState } from '#lib/domain/visibility.ts';
import { givenName } from '#lib/schemas/fields.ts';
import { registerInputs } from '#lib/schemas/registers.ts';
import { type Context, done, isDone, type Problem, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findPeriod, readStateForWrite } from './read-state.ts';
import { actingForRegister } from './register-rights.ts';

const head = z.object({
  periodId: givenName,
  register: z.enum(REGISTERS),
  /** null: a new line */
  lineId: z.number().int().nullable(),
  version: z.number().int().min(0),
});

/** Adds or changes a line of a register. A committee's confirmed *none* falls with its first line. */
export async function saveRegisterLine(
  context: Context,
  input: { content: unknown } & Record<string, unknown>,
): Promise<Result<{ lineId: number }>> {
  const { store } = context;
  const parsedHead = parseInput(head, input);
  if (!parsedHead.ok) return parsedHead;
  const { register, lineId, version, periodId } = parsedHead.value;
  const parsed = parseInput<RegisterContents[Register]>(registerInputs[register], input.content);
  if (!parsed.ok) return parsed;
  const stated = parsed.value;
  const period = await findPeriod(store, periodId);
  if (!period) return refused([problem('unknown-period', 'periodId')]);

  return store.writeTx(async (tx) => {
    const state = await readStateForWrite(store, tx, period);
    const visible = narrowState(state, context.actor);
    const line = visible.registers[register].find((one) => one.id === lineId && !one.removed);
    if (lineId !== null && !line) return refused([problem('line-changed-by-another')]);
    const committees = new Set(
      [stated, line?.content ?? stated].map((one) => ('committee' in one ? one.committee : null)),
    );
    const actings = [...committees].map((committee) => actingForRegister(context, state, register, committee));
    const [acting] = actings;
    const refusal = actings.find((one) => 'code' in one);
    if (!acting || 'code' in acting || refusal)
      return refused([refusal && 'code' in refusal ? refusal : problem('not-allowed')]);
    const content = completeLine(visible, stated);
    const problems = findProblems(state, lineId, content);
    if (problems.length > 0) return refused(problems);
    if (lineId !== null && !(await updateLine(tx, lineId, version, content))) {
      return refused([problem('line-changed-by-another')]);
    }
    const id = lineId ?? (await createLine(tx, period.fiscalYear, register, content));
    const before = line?.content ?? null;
    const at = new Date().toISOString();
    const event = { subject: 'registerLine', subjectId: `${register}/${id}`, periodId, importId: null } as const;
    await recordEvents(tx, acting, at, [
      { ...event, action: lineId === null ? 'create' : 'update', before, after: content },
    ]);
    if ('committee' in content) {
      const key = { fiscalYear: period.fiscalYear, register, committee: content.committee };
      if (await deleteConfirmation(tx, key)) {
        await recordEvents(tx, acting, at, [
          {
            action: 'withdraw',
            subject: 'noneConfirmation',
            subjectId: `${register}/${content.committee}`,
            periodId,
            importId: null,
            before: key,
            after: null,
          },
        ]);
      }
    }
    return done({ lineId: id });
  }, isDone);
}

/**
 * A movement with the function and name that follow from its account, where they were left blank (domain.md).
 * @param visible what the actor may see: of another account only its number tells the function
 */
function completeLine<T extends RegisterContents[Register]>(visible: MunicipalityState, content: T): T {
  if (!('imFunction' in content)) return content;
  const key = accountKey(content.account);
  const account = visible.accounts.find(({ number }) => accountKey(number) === key);
  const derived = () => account?.imFunction ?? deriveImFunction(key, functionCodes(visible)) ?? '';
  return {
    ...content,
    imFunction: content.imFunction === '' ? derived() : content.imFunction,
    name: content.name === '' ? (account?.name ?? '') : content.name,
  };
}

const functionCodes = ({ functions }: MunicipalityState): string[] => functions.map(({ code }) => code);

function findProblems(state: MunicipalityState, lineId: number | null, content: RegisterContents[Register]): Problem[] {
  const problems: Problem[] = [];
  if ('committee' in content && !state.committees.some((committee) => committee.code === content.committee)) {
    problems.push(problem('unknown-committee', 'committee'));
  }
  if ('category' in content) {
    const twin = state.registers.sammenligningstal.find(
      (line) => !line.removed && line.id !== lineId && line.content.category === content.category,
    );
    if (twin) problems.push(problem('category-twice', 'category'));
  }
  if ('difference' in content) {
    const twin = state.registers.systemafstemninger.find(
      ({ id, removed, content: other }) =>
        !removed &&
        id !== lineId &&
        other.committee === content.committee &&
        other.sourceSystem === content.sourceSystem &&
        other.receiver === content.receiver,
    );
    if (twin) problems.push(problem('control-twice', 'sourceSystem'));
    if (absolute(content.difference) >= PLAN_THRESHOLD) {
      for (const part of ['responsible', 'activity', 'deadline', 'consequence'] as const) {
        if (content[part] === '') problems.push(problem(`missing-${part}`, part));
      }
    }
  }
  if ('amount' in content && content.amount === 0n) problems.push(problem('amount-zero', 'amount'));
  if ('imFunction' in content && content.imFunction === '')
    problems.push(problem('function-not-derived', 'imFunction'));
  return problems;
}
