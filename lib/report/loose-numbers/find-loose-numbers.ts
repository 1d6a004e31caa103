import type { Acknowledgement, Choice, Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import type { FigureScope, FigureWords } from '../figures/figure.ts';
import type { Severity } from '../model.ts';
import { type Line, type LinePlace, linesOf } from '../texts-written/lines.ts';
import { FigureValues } from './figure-values.ts';
import { BILLIONS, KRONER, MILLIONS, THOUSANDS, thingOf } from './number-words.ts';
import { type NumberKind, readNumbers, type WrittenNumber } from './read-numbers.ts';

/** A number typed into a text that equals no figure of the report. */
export interface LooseNumber {
  /** As written, with its sign and its unit or what it counts. */
  number: string;
  /** The number with the words around it: what an acknowledgement holds on to. */
  context: string;
  /** Blocking: an amount, or a count of accounts or findings. Other numbers may be of things that the report knows not. */
  severity: Severity;
  /** Its line, and where in it; each letter is one, and so is each figure, choice and footnote. */
  at: LinePlace & { from: number; to: number };
  /** Whether it stands, as a whole or in part, in a wording of a choice: no figure can take its place there. */
  inChoice: boolean;
  /** At most five, the most likely first. */
  nearest: FigureWords[];
}

/** What stands for a figure, a choice or a footnote in the line that is read. */
const FIELD = '\ufffc';

/**
 * The numbers typed into a text that equal no figure of the report at the precision as written and are not acknowledged
 * in the same words (product.md, rule 12). Bound figures are never among them, nor years, dates, percentages, §, or
 * names of accounts, functions and sections. Each wording of a choice is read in its sentence, whichever holds today.
 * Linear in the text; the figures are prepared once for each list of them.
 *
 * @param acknowledgements those of this text
 * @param scope whose section of the report it stands in: its own figures are offered first
 */
export function findLooseNumbers(
  document: TextDocument,
  figures: readonly FigureWords[],
  acknowledgements: readonly Pick<Acknowledgement, 'number' | 'context'>[],
  scope: FigureScope = 'municipality',
): LooseNumber[] {
  const values = prepare(figures);
  const known = new Set(acknowledgements.map(keyOf));
  return linesOf(document).flatMap((line) =>
    readNumbersOf(document, line)
      .filter(({ number }) => !values.has(number))
      .map((read) => toLoose(read, line, values, scope))
      .filter((loose) => !known.has(keyOf(loose))),
  );
}

const prepared = new WeakMap<readonly FigureWords[], FigureValues>();

function prepare(figures: readonly FigureWords[]): FigureValues {
  const values = prepared.get(figures) ?? new FigureValues(figures);
  prepared.set(figures, values);
  return values;
}

function keyOf({ number, context }: Pick<Acknowledgement, 'number' | 'context'>): string {
  return `${squeeze(number)}\n${squeeze(context)}`;
}

function squeeze(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function flatten(line: readonly Inline[]): string {
  return line.map((inline) => (inline.kind === 'text' ? withoutFields(inline.text) : FIELD)).join('');
}

function withoutFields(text: string): string {
  return text.replaceAll(FIELD, ' ');
}

/** A number in the words that it was read in, and where it stands in its line. */
interface ReadNumber {
  number: WrittenNumber;
  text: string;
  from: number;
  to: number;
  inChoice: boolean;
}

/** The numbers of a line: those of its own words, and those that a choice's wordings have or make with what is beside them. */
function readNumbersOf(document: TextDocument, line: Line): ReadNumber[] {
  const text = flatten(line.line);
  const chosen = readChoices(document, line, text);
  const begun = new Set(chosen.map(({ from }) => from));
  const own = readLine(document, line, text)
    .filter(({ from }) => !begun.has(from))
    .map((number) => ({ number, text, from: number.from, to: number.to, inChoice: false }));
  return [...own, ...chosen].sort((left, right) => left.from - right.from);
}

function readChoices(document: TextDocument, line: Line, text: string): ReadNumber[] {
  const numbers: ReadNumber[] = [];
  let at = 0;
  for (const inline of line.line) {
    if (inline.kind === 'choice') numbers.push(...readWordings(document, line, { choice: inline.choice, at, text }));
    at += inline.kind === 'text' ? inline.text.length : 1;
  }
  return numbers;
}

/** How much of a line is read with a wording, in signs on each side: a line of nothing but choices stays quick to read. */
const MOST_BESIDE = 160;

/** The numbers that reach into a wording of the choice at `at`, each wording read as if it stood there. */
function readWordings(
  document: TextDocument,
  line: Line,
  { choice: { by: _by, ...wordings }, at, text }: { choice: Choice; at: number; text: string },
): ReadNumber[] {
  const start = Math.max(0, at - MOST_BESIDE);
  const before = text.slice(start, at);
  const after = text.slice(at + 1, at + 1 + MOST_BESIDE);
  const read = Object.entries(wordings).flatMap(([part, typed]) => {
    const words = withoutFields(typed);
    const end = before.length + words.length;
    const said = before + words + after;
    return readLine(document, line, said)
      .filter(({ from, to }) => from < end && to > before.length)
      .filter((number) => !isTrueOf(part, number))
      .map((number) => ({
        number,
        text: said,
        from: start + Math.min(number.from, before.length),
        to: number.to > end ? at + 1 + (number.to - end) : at + 1,
        inChoice: true,
      }));
  });
  return distinct(read);
}

/** *Én konto* is said only where there is one, and nought only where there is none. */
function isTrueOf(part: string, { digits, decimals, kind }: WrittenNumber): boolean {
  return part === 'none' ? digits === 0n : part === 'one' && digits === 1n && decimals === 0 && kind.of !== 'money';
}

/** Wordings that say the same number in the same words say it once. */
function distinct(numbers: ReadNumber[]): ReadNumber[] {
  return [...new Map(numbers.map((each) => [`${each.number.from} ${each.text}`, each])).values()];
}

function toLoose(
  { number, text, from, to, inChoice }: ReadNumber,
  { block, path, footnote }: Line,
  values: FigureValues,
  scope: FigureScope,
): LooseNumber {
  const { kind } = number;
  return {
    number: squeeze(text.slice(number.from, number.to)),
    context: contextOf(text, number.from, number.to),
    severity: kind.of === 'money' || kind.of === 'counted' ? 'blocking' : 'warning',
    at: { block, path, footnote, from, to },
    inChoice,
    nearest: values.nearest(number, scope),
  };
}

/** Words on each side that an acknowledgement holds on to, and at most so many signs of them. */
const CONTEXT_WORDS = 5;
const CONTEXT_SIGNS = 160;

function contextOf(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - CONTEXT_SIGNS), from).split(/\s+/);
  const after = text.slice(to, to + CONTEXT_SIGNS).split(/\s+/);
  const words = `${before.slice(-CONTEXT_WORDS - 1).join(' ')}${text.slice(from, to)}${after.slice(0, CONTEXT_WORDS + 1).join(' ')}`;
  return squeeze(words.replaceAll(FIELD, '…'));
}

/** The numbers of a line. A number alone in a table's cell is of what its column or else its row is headed by. */
function readLine(document: TextDocument, { block, path, footnote }: Line, text: string): WrittenNumber[] {
  const numbers = readNumbers(text);
  const [only, another] = numbers;
  const table = document[block];
  if (!only || another || only.kind.of !== 'unsaid' || table?.kind !== 'table' || footnote !== null) return numbers;
  const isAlone = text.slice(0, only.from).trim() === '' && text.slice(only.to).trim() === '';
  const kind = isAlone ? kindOfCell(table, path) : null;
  return kind ? [{ ...only, kind }] : numbers;
}

function kindOfCell({ head, rows }: Extract<TextBlock, { kind: 'table' }>, [row, cell]: number[]): NumberKind | null {
  if (row === undefined || cell === undefined || (head && row === 0)) return null;
  const columnHead = head ? flatten(rows[0]?.[cell] ?? []).toLowerCase() : '';
  const ofColumn = unitIn(columnHead) ?? countedIn(columnHead);
  if (ofColumn) return ofColumn;
  if (NAMES_IN_CELLS.test(columnHead)) return { of: 'nothing' };
  const rowHead = cell === 0 ? '' : flatten(rows[row]?.[0] ?? []).toLowerCase();
  // A row can be called by the accounts whose amounts it has.
  return unitIn(rowHead) ?? (rowHead.includes('antal') ? countedIn(rowHead) : null);
}

function unitIn(words: string): NumberKind | null {
  if (/%|pct|procent/.test(words)) return { of: 'nothing' };
  if (/(?<!\p{L})mia/u.test(words)) return { of: 'money', scale: BILLIONS };
  if (/(?<!\p{L})mi(?:o|ll)/u.test(words)) return { of: 'money', scale: MILLIONS };
  if (/t\.\s?kr|tkr|1\.000 kr|tusind/.test(words)) return { of: 'money', scale: THOUSANDS };
  return /\bkr\b|kroner/.test(words) ? { of: 'money', scale: KRONER } : null;
}

function countedIn(words: string): NumberKind | null {
  const [counted] = /konti|forhold|handleplaner/.exec(words) ?? [];
  return counted === undefined ? null : { of: 'counted', thing: thingOf(counted) };
}

/** Heads of what is no figure. */
const NAMES_IN_CELLS =
  /(?<!\p{L})år(?!\p{L})|dato|deadline|funktion|konto(?:nr|nummer)?\b|afsnit|nr\.|(?<!\p{L})side(?!\p{L})/u;
