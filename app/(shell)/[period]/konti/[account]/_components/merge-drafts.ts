import { readDate, readMoney } from '#components/ui/formatted-field.tsx';
import {
  type AccountDraft,
  type FindingDraft,
  filledItems,
  filledSteps,
  type ItemDraft,
  newItem,
  newStep,
  type StepDraft,
} from './account-draft.ts';
import { type Pair, pairRows } from './pair-rows.ts';

export type Side = 'mine' | 'theirs';

/** What somebody changed since the common base. */
export interface Difference {
  /** The same each time that the same drafts are merged. */
  id: string;
  /** The committee of the finding that it is in; null: in the account's own fields. */
  committee: string | null;
  /** The row that it is in, in words of its own; '' for a new one that is blank. Null: in none. */
  row: string | null;
  /** The field; 'finding', 'item' or 'step' where the whole is new or gone. */
  field: string;
  /** Values as they were typed; null where the finding or row is not there. */
  base: string | null;
  mine: string | null;
  theirs: string | null;
  /** `both` is a conflict: somebody must choose. */
  by: Side | 'both';
}

export interface Merged {
  draft: AccountDraft;
  differences: Difference[];
}

/** Which side a conflict is decided for. */
export type Choose = (id: string) => Side;

const HEAD = ['documentedBalance', 'method', 'reconciledOn', 'initials'] as const;
const FINDING = ['committee', 'category', 'theme', 'problem', 'responsible'] as const;
const ITEM = ['postingDate', 'text', 'amount'] as const;
const STEP = ['activity', 'deadline', 'consequence'] as const;

/** What a text says, however it is written: amounts and dates are the same in any of their forms. */
function meaning(field: string, value: string): string {
  if (field === 'documentedBalance' || field === 'amount') return String(readMoney(value) ?? value.trim());
  if (field === 'reconciledOn' || field === 'postingDate' || field === 'deadline')
    return readDate(value) ?? value.trim();
  return value.trim();
}

const textOf = (row: object, field: string): string => String(Reflect.get(row, field) ?? '');

function saysOf(row: object, fields: readonly string[]): string {
  return JSON.stringify(fields.map((field) => meaning(field, textOf(row, field))));
}

function saysOfFinding(finding: FindingDraft): string {
  const items = filledItems(finding).map((item) => saysOf(item, ITEM));
  const steps = filledSteps(finding).map((step) => saysOf(step, STEP));
  return JSON.stringify([saysOf(finding, FINDING), items, steps]);
}

/** Whether two forms say the same, whatever keys their rows have. */
export function saySame(left: AccountDraft, right: AccountDraft): boolean {
  const says = (draft: AccountDraft) =>
    JSON.stringify([saysOf(draft, [...HEAD, 'verdict']), draft.findings.map(saysOfFinding)]);
  return says(left) === says(right);
}

function rowInWords(row: object, fields: readonly string[]): string {
  return fields
    .map((field) => textOf(row, field).trim())
    .filter((text) => text !== '')
    .join(' · ');
}

function findingInWords(finding: FindingDraft): string {
  return [
    rowInWords(finding, FINDING),
    ...filledItems(finding).map((item) => rowInWords(item, ITEM)),
    ...filledSteps(finding).map((step) => rowInWords(step, STEP)),
  ].join('\n');
}

/**
 * Two forms of an account that began as the same one, made into one. What only one of them changed is taken over; where
 * both changed the same, `choose` decides. Findings are told by their committee, items and steps by their stored keys;
 * a new row that says the same in both is one.
 */
export function mergeDrafts(
  base: AccountDraft,
  mine: AccountDraft,
  theirs: AccountDraft,
  choose: Choose = () => 'mine',
): Merged {
  const merge = new Merge(choose);
  const head = merge.fields({ id: '', base, mine, theirs }, HEAD, { committee: null, row: null });
  const findings = merge.findings(base.findings, mine.findings, theirs.findings);
  const verdict = merge.verdict(base, mine, theirs);
  return { draft: { ...mine, ...head, verdict, findings }, differences: merge.differences };
}

type Where = Pick<Difference, 'committee' | 'row'>;

class Merge {
  readonly differences: Difference[] = [];
  private readonly choose: Choose;

  constructor(choose: Choose) {
    this.choose = choose;
  }

  /** Whose value stands. What both changed alike is no difference that anybody must know of. */
  private decide(difference: Omit<Difference, 'by'>, is: (value: string | null) => string | null): Side {
    const [base, mine, theirs] = [is(difference.base), is(difference.mine), is(difference.theirs)];
    if (mine === theirs) return 'mine';
    const by = mine === base ? 'theirs' : theirs === base ? 'mine' : 'both';
    this.differences.push({ ...difference, by });
    return by === 'both' ? this.choose(difference.id) : by;
  }

  /** The values of fields that both have; where neither had them before, what is blank is what was not changed. */
  fields<Row extends object, Field extends string & keyof Row>(
    { id, base, mine, theirs }: { id: string; base: Row | null; mine: Row; theirs: Row },
    fields: readonly Field[],
    where: Where,
  ): Pick<Row, Field> {
    const values = fields.map((field) => {
      const side = this.decide(
        {
          ...where,
          id: id === '' ? field : `${id}.${field}`,
          field,
          base: base === null ? '' : textOf(base, field),
          mine: textOf(mine, field),
          theirs: textOf(theirs, field),
        },
        (value) => (value === null ? null : meaning(field, value)),
      );
      return [field, (side === 'mine' ? mine : theirs)[field]] as const;
    });
    return Object.fromEntries(values) as Pick<Row, Field>;
  }

  /** Category 1 for one and work on a finding for the other is a conflict, though each touched something else. */
  verdict(base: AccountDraft, mine: AccountDraft, theirs: AccountDraft): AccountDraft['verdict'] {
    if (mine.verdict === theirs.verdict) return mine.verdict;
    const says = (draft: AccountDraft) => JSON.stringify(draft.findings.map(saysOfFinding));
    const isTouched = (draft: AccountDraft) => draft.verdict !== base.verdict || says(draft) !== says(base);
    const by = !isTouched(mine) ? 'theirs' : !isTouched(theirs) ? 'mine' : 'both';
    const values = { base: base.verdict, mine: mine.verdict, theirs: theirs.verdict };
    this.differences.push({ id: 'verdict', committee: null, row: null, field: 'verdict', ...values, by });
    const side = by === 'both' ? this.choose('verdict') : by;
    return (side === 'mine' ? mine : theirs).verdict;
  }

  findings(base: FindingDraft[], mine: FindingDraft[], theirs: FindingDraft[]): FindingDraft[] {
    const names = [({ committee }: FindingDraft) => committee, ({ key }: FindingDraft) => key];
    const pairs = pairRows({ base, mine, theirs }, names);
    return uniqueKeys(
      pairs.flatMap((pair) => {
        const id = `findings.${pair.id}`;
        const known = pair.mine ?? pair.theirs ?? pair.base;
        const where = { committee: known?.committee ?? '', row: null };
        if (!pair.mine || !pair.theirs) {
          return this.whole(pair, { ...where, id, field: 'finding' }, saysOfFinding, findingInWords);
        }
        const both = { id, base: pair.base, mine: pair.mine, theirs: pair.theirs };
        const lines = <Row extends object>(read: (finding: FindingDraft) => Row[]) => ({
          base: pair.base ? read(pair.base) : [],
          mine: read(both.mine),
          theirs: read(both.theirs),
        });
        const finding = { ...pair.mine, ...this.fields(both, FINDING, where) };
        const items = this.rows(lines(filledItems), `${id}.items`, 'item', ITEM, where.committee);
        const steps = this.rows(lines(filledSteps), `${id}.steps`, 'step', STEP, where.committee);
        const { key } = finding;
        return [
          {
            ...finding,
            items: items.length > 0 ? items : [newItem(`${key}.0`)],
            steps: steps.length > 0 ? steps : [newStep(`${key}.0`)],
          },
        ];
      }),
    );
  }

  private rows<Row extends ItemDraft | StepDraft>(
    lines: { base: Row[]; mine: Row[]; theirs: Row[] },
    at: string,
    field: 'item' | 'step',
    fields: readonly (string & keyof Row)[],
    committee: string,
  ): Row[] {
    const names = [
      (row: Row) => row.stored || null,
      (row: Row) => (row.stored === '' ? row.key : null),
      (row: Row) => saysOf(row, fields),
    ];
    const inWords = (row: Row) => rowInWords(row, fields);
    const pairs = pairRows(lines, names);
    return uniqueKeys(
      pairs.flatMap((pair) => {
        const id = `${at}.${pair.id}`;
        if (!pair.mine || !pair.theirs) {
          return this.whole(pair, { committee, row: null, id, field }, (row) => saysOf(row, fields), inWords);
        }
        const where = { committee, row: inWords(pair.base ?? pair.mine) };
        const both = { id, base: pair.base, mine: pair.mine, theirs: pair.theirs };
        const stored = pair.mine.stored || pair.theirs.stored;
        return [{ ...pair.mine, ...this.fields(both, fields, where), stored }];
      }),
    );
  }

  /** A row or finding that one side has not: new, gone, or gone while the other worked on it. */
  private whole<Row extends object>(
    { base, mine, theirs }: Pair<Row>,
    place: Pick<Difference, 'id' | 'committee' | 'row' | 'field'>,
    says: (row: Row) => string,
    inWords: (row: Row) => string,
  ): Row[] {
    const told = (row: Row | null) => (row === null ? null : inWords(row));
    const sayings = new Map([base, mine, theirs].flatMap((row) => (row ? [[inWords(row), says(row)] as const] : [])));
    const side = this.decide({ ...place, base: told(base), mine: told(mine), theirs: told(theirs) }, (value) =>
      value === null ? null : (sayings.get(value) ?? value),
    );
    const row = side === 'mine' ? mine : theirs;
    return row ? [row] : [];
  }
}

/** Rows of two forms have keys that were given independently: none may stand twice. */
function uniqueKeys<Row extends { key: string }>(rows: readonly Row[]): Row[] {
  const used = new Set<string>();
  return rows.map((row) => {
    let { key } = row;
    while (used.has(key)) key = `${key}'`;
    used.add(key);
    return key === row.key ? row : { ...row, key };
  });
}
