import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { deriveImFunction } from '#lib/domain/im-function.ts';
import { absolute, type Ore, sum } from '#lib/domain/money.ts';
import type {
  AccountMovement,
  MovementRegister,
  Register,
  RegisterContents,
  RegisterLine,
} from '#lib/domain/register.ts';
import { makeError, makeWarning } from '../issue.ts';
import type { Kept, ParsedFile, ParsedOf, RegisterRow } from '../types.ts';
import { type Draft, headingOf, isLost, type KindPlan, keyOf } from './draft.ts';

interface RegisterRules<R extends Register> {
  /** What identifies a line where the register has a key; else what a line keeps when only its amount is corrected. */
  keyOf: (content: RegisterContents[R]) => string;
  /** Whether the key can stand once only. */
  unique: boolean;
  amountOf: (content: RegisterContents[R]) => Ore;
  /** A line in words. */
  describe: (content: RegisterContents[R]) => string;
}

const MOVEMENT_RULES: RegisterRules<MovementRegister> = {
  keyOf: ({ amount: _, ...rest }) => fingerprint(rest),
  unique: false,
  amountOf: ({ amount }) => amount,
  describe: ({ committee, account, text }) => `${committee}: ${account} ${text}`.trim(),
};

const RULES: { readonly [R in Register]: RegisterRules<R> } = {
  sammenligningstal: {
    keyOf: ({ category }) => String(category),
    unique: true,
    amountOf: ({ net }) => net,
    describe: ({ category }) => `Kategori ${category}`,
  },
  systemafstemninger: {
    keyOf: ({ committee, sourceSystem, receiver }) => JSON.stringify([committee, sourceSystem, receiver]),
    unique: true,
    amountOf: ({ difference }) => difference,
    describe: ({ committee, sourceSystem, receiver }) => `${committee}: ${sourceSystem} → ${receiver}`,
  },
  afskrivninger: {
    keyOf: ({ amount: _, ...rest }) => fingerprint(rest),
    unique: false,
    amountOf: ({ amount }) => amount,
    describe: (line) => `${line.committee}: ${line.writtenOffFunction} → ${line.counterFunction} ${line.counterName}`,
  },
  'periodiserede-poster': MOVEMENT_RULES,
  egenkapital: MOVEMENT_RULES,
};

/** A text that two contents share exactly if all their fields are equal. */
function fingerprint(content: object): string {
  const entries = Object.entries(content).map(([key, value]) => [key, String(value)]);
  return JSON.stringify(entries.sort(([left = ''], [right = '']) => (left < right ? -1 : 1)));
}

/** Last year's figures, by category. */
export function planComparison(draft: Draft, file: ParsedOf<'sammenligningstal'>): KindPlan {
  return planRegister(draft, file, 'sammenligningstal', file.rows, 'category');
}

/** Transfer controls, by committee, source system and receiver. */
export function planTransferControls(draft: Draft, file: ParsedOf<'systemafstemninger'>): KindPlan {
  for (const { row, content } of file.rows) {
    if (!content) continue;
    checkCommittee(draft, file, row, content.committee);
    if (absolute(content.difference) < PLAN_THRESHOLD) continue;
    for (const field of ['responsible', 'activity', 'deadline', 'consequence'] as const) {
      if (content[field] !== '') continue;
      const place = { row, column: headingOf(file, field), value: '' };
      draft.issues.push(makeWarning(file.name, 'transfer-without-plan', place));
    }
  }
  return planRegister(draft, file, 'systemafstemninger', file.rows, 'sourceSystem');
}

/** Write-offs have no key: equal ones are separate, and one whose amount alone differs is a corrected one. */
export function planWriteOffs(draft: Draft, file: ParsedOf<'afskrivninger'>): KindPlan {
  const knowsFunctions = draft.functions.size > 0 && !draft.unread.has('im-funktioner');
  for (const { row, content } of file.rows) {
    if (!content) continue;
    checkCommittee(draft, file, row, content.committee);
    for (const field of ['writtenOffFunction', 'counterFunction'] as const) {
      const code = content[field];
      // Only main account 9 has a list of its own; the operating functions come with these files (domain.md).
      if (!knowsFunctions || !code.startsWith('9.') || draft.functions.has(code)) continue;
      if (isLost(draft, 'im-funktioner', code)) continue;
      const place = { row, column: headingOf(file, field), value: code };
      draft.issues.push(makeError(file.name, 'unknown-function', place));
    }
  }
  return planRegister(draft, file, 'afskrivninger', file.rows, 'committee');
}

/** Movements have no key either. What follows from the account is filled in where the file does not say it. */
export function planMovements(
  draft: Draft,
  file: ParsedOf<'periodiserede-poster'> | ParsedOf<'egenkapital'>,
  register: MovementRegister,
): KindPlan {
  const rows = file.rows.map(({ row, content }) => {
    if (!content) return { row, content };
    checkCommittee(draft, file, row, content.committee);
    return { row, content: completeMovement(draft, file, row, content) };
  });
  return planRegister(draft, file, register, rows, 'committee');
}

/** The line with its function and name, by the balance where the account is in it, else by the rule (domain.md). */
function completeMovement(draft: Draft, file: ParsedFile, row: number, line: AccountMovement): AccountMovement {
  const placeOf = (field: string, value: string) => ({ row, column: headingOf(file, field), value });
  const warn = (code: string, field: string, value = '', params = {}) =>
    draft.issues.push(makeWarning(file.name, code, placeOf(field, value), params));
  const known = draft.accounts.get(draft.numbers.get(keyOf(line.account)) ?? line.account);
  const knowsFunctions = draft.functions.size > 0 && !draft.unread.has('im-funktioner');
  const derived = known?.imFunction ?? deriveImFunction(keyOf(line.account), draft.functions.keys());
  const imFunction = line.imFunction === '' ? (derived ?? '') : line.imFunction;
  if (imFunction === '') {
    draft.issues.push(makeError(file.name, 'function-not-derived', placeOf('account', line.account)));
  } else if (knowsFunctions && imFunction.startsWith('9.') && !draft.functions.has(imFunction)) {
    if (!isLost(draft, 'im-funktioner', imFunction)) {
      draft.issues.push(makeError(file.name, 'unknown-function', placeOf('imFunction', imFunction)));
    }
  } else if (derived !== null && derived !== imFunction) {
    warn('function-contradicts', 'imFunction', imFunction, { account: line.account, derived });
  }
  if (!known && draft.accounts.size > 0) warn('unknown-account', 'account', line.account);
  if (line.explanation === '') warn('movement-without-explanation', 'explanation');
  if (line.documentation === '') warn('movement-without-documentation', 'documentation');
  return { ...line, imFunction, name: 'name' in file.headings ? line.name : (known?.name ?? '') };
}

function checkCommittee(draft: Draft, file: ParsedFile, row: number, committee: string): void {
  if (draft.unread.has('organisation') || draft.committees.has(committee)) return;
  if (isLost(draft, 'organisation', committee)) return;
  const place = { row, column: headingOf(file, 'committee'), value: committee };
  draft.issues.push(makeError(file.name, 'unknown-committee', place));
}

/** A stored line with what it is matched by. */
interface Candidate<R extends Register> {
  line: RegisterLine<R>;
  content: string;
  imported: string | null;
  /** As the last import left it. */
  clean: boolean;
}

function toCandidate<R extends Register>(line: RegisterLine<R>): Candidate<R> {
  const content = fingerprint(line.content);
  const imported = line.imported === null ? null : fingerprint(line.imported);
  return { line, content, imported, clean: !line.removed && content === imported };
}

/**
 * Pairs the file's lines with the stored ones: equal ones first (as imported, as they stand, as they were before they
 * were changed on screen), then by key. What was changed on screen stays and is listed unless the file is preferred.
 */
function planRegister<R extends Register>(
  draft: Draft,
  file: ParsedFile,
  register: R,
  rows: readonly RegisterRow<RegisterContents[R]>[],
  keyField: string,
): KindPlan {
  const rules: RegisterRules<R> = RULES[register];
  const stored: readonly RegisterLine<R>[] = draft.before.registers[register];
  const stated = takeStated(draft, file, rules, rows, keyField);
  const free = new Set(stored.map((line) => toCandidate<R>(line)));
  const pairs: { candidate: Candidate<R>; content: RegisterContents[R] }[] = [];
  let open = stated;
  const pairBy = (
    ofCandidate: (candidate: Candidate<R>) => string | null,
    ofStated: (content: RegisterContents[R]) => string,
  ) => {
    const byMark = Map.groupBy(free, ofCandidate);
    open = open.filter((content) => {
      const candidate = byMark.get(ofStated(content))?.shift();
      if (!candidate) return true;
      free.delete(candidate);
      pairs.push({ candidate, content });
      return false;
    });
  };
  pairBy(({ clean, content }) => (clean ? content : null), fingerprint);
  pairBy(({ line, content }) => (line.removed ? null : content), fingerprint);
  pairBy(({ imported }) => imported, fingerprint);
  pairBy(({ line }) => (line.imported === null ? null : rules.keyOf(line.imported)), rules.keyOf);
  pairBy(({ line }) => (line.imported === null || rules.unique ? rules.keyOf(line.content) : null), rules.keyOf);
  return toPlan(draft, register, rules, { pairs, open, left: [...free], sumAfter: sum(stated.map(rules.amountOf)) });
}

/** The contents of the readable rows; a key that stands twice is an error. */
function takeStated<R extends Register>(
  draft: Draft,
  file: ParsedFile,
  rules: RegisterRules<R>,
  rows: readonly RegisterRow<RegisterContents[R]>[],
  keyField: string,
): RegisterContents[R][] {
  const firstRows = new Map<string, number>();
  const stated: RegisterContents[R][] = [];
  for (const { row, content } of rows) {
    if (!content) continue;
    const key = rules.keyOf(content);
    const first = firstRows.get(key);
    if (rules.unique && first !== undefined) {
      const place = { row, column: headingOf(file, keyField), value: rules.describe(content) };
      draft.issues.push(makeError(file.name, 'duplicate-line', place, { first }));
    } else stated.push(content);
    firstRows.set(key, first ?? row);
  }
  return stated;
}

interface Pairing<R extends Register> {
  pairs: { candidate: Candidate<R>; content: RegisterContents[R] }[];
  /** Contents of the file that no stored line answers to. */
  open: RegisterContents[R][];
  /** Stored lines that the file does not state. */
  left: Candidate<R>[];
  sumAfter: Ore;
}

function toPlan<R extends Register>(
  { overwrite, before: { registers } }: Draft,
  register: R,
  rules: RegisterRules<R>,
  { pairs, open, left, sumAfter }: Pairing<R>,
): KindPlan {
  const visible: readonly RegisterLine<R>[] = registers[register].filter(({ removed }) => !removed);
  const sumBefore = visible.length === 0 ? null : sum(visible.map(({ content }) => rules.amountOf(content)));
  const kept: Kept[] = [];
  const plan: KindPlan = { added: 0, changed: 0, removed: 0, unchanged: 0, changes: [], kept, sumAfter, sumBefore };
  const change = (line: RegisterLine<R> | null, after: RegisterContents[R] | null) => {
    const before = line === null || line.removed ? null : line.content;
    if (before === null) plan.added += 1;
    else if (after === null) plan.removed += 1;
    else plan.changed += 1;
    const described = after ?? before;
    const id = described === null ? '' : rules.describe(described);
    plan.changes.push({ subject: 'registerLine', register, lineId: line?.id ?? null, id, before, after });
  };
  const keep = ({ id, content }: RegisterLine<R>) =>
    kept.push({ subject: 'registerLine', id: String(id), label: rules.describe(content) });
  for (const { candidate, content } of pairs) {
    if (!candidate.line.removed && candidate.content === fingerprint(content)) plan.unchanged += 1;
    else if (candidate.clean || overwrite) change(candidate.line, content);
    else keep(candidate.line);
  }
  for (const content of open) change(null, content);
  for (const { line, clean } of left) {
    if (line.removed) continue;
    if (clean || overwrite) change(line, null);
    else keep(line);
  }
  return plan;
}
