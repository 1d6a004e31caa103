import type { Acknowledgement, Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import type { FigureWords } from '../figures/figure.ts';
import type { Severity } from '../model.ts';
import { type Line, type LinePlace, linesOf } from '../texts-written/lines.ts';
import { FigureValues } from './figure-values.ts';
import { KRONER, MILLIONS, THOUSANDS } from './number-words.ts';
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
  /** At most five, the most likely first. */
  nearest: FigureWords[];
}

/** What stands for a figure, a choice or a footnote in the line that is read. */
const FIELD = '\ufffc';

/**
 * The numbers typed into a text that equal no figure of the report at the precision as written and are not acknowledged
 * in the same words (product.md, rule 12). Bound figures are never among them, nor years, dates, percentages, §, or
 * names of accounts, functions and sections. Linear in the text; the figures are prepared once for each list of them.
 *
 * @param acknowledgements those of this text
 */
export function findLooseNumbers(
  document: TextDocument,
  figures: readonly FigureWords[],
  acknowledgements: readonly Pick<Acknowledgement, 'number' | 'context'>[],
): LooseNumber[] {
  const values = prepare(figures);
  const known = new Set(acknowledgements.map(keyOf));
  return linesOf(document).flatMap((line) => {
    const text = flatten(line.line);
    return readLine(document, line, text)
      .filter((number) => !values.has(number))
      .map((number) => toLoose(number, line, text, values))
      .filter((loose) => !known.has(keyOf(loose)));
  });
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
  return line.map((inline) => (inline.kind === 'text' ? inline.text.replaceAll(FIELD, ' ') : FIELD)).join('');
}

function toLoose(
  { from, to, kind, ...rest }: WrittenNumber,
  line: Line,
  text: string,
  values: FigureValues,
): LooseNumber {
  const { block, path, footnote } = line;
  return {
    number: squeeze(text.slice(from, to)),
    context: contextOf(text, from, to),
    severity: kind.of === 'money' || kind.of === 'counted' ? 'blocking' : 'warning',
    at: { block, path, footnote, from, to },
    nearest: values.nearest({ from, to, kind, ...rest }),
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

/** The numbers of a line. A number alone in a table's cell is of what the head of its column says. */
function readLine(document: TextDocument, { block, path, footnote }: Line, text: string): WrittenNumber[] {
  const numbers = readNumbers(text);
  const [only, another] = numbers;
  const table = document[block];
  if (!only || another || only.kind.of !== 'unsaid' || table?.kind !== 'table' || footnote !== null) return numbers;
  const isAlone = text.slice(0, only.from).trim() === '' && text.slice(only.to).trim() === '';
  const kind = isAlone ? kindOfColumn(table, path) : null;
  return kind ? [{ ...only, kind }] : numbers;
}

function kindOfColumn({ head, rows }: Extract<TextBlock, { kind: 'table' }>, [row, cell]: number[]): NumberKind | null {
  if (!head || row === 0 || cell === undefined) return null;
  const words = flatten(rows[0]?.[cell] ?? []).toLowerCase();
  if (/%|pct|procent|(?<!\p{L})år(?!\p{L})|dato|deadline|funktion|konto(?:nr|nummer)?\b|afsnit|nr\.|side/u.test(words))
    return { of: 'nothing' };
  if (/mio/.test(words)) return { of: 'money', scale: MILLIONS };
  if (/t\.\s?kr|tkr|1\.000 kr|tusind/.test(words)) return { of: 'money', scale: THOUSANDS };
  if (/\bkr\b|kroner/.test(words)) return { of: 'money', scale: KRONER };
  return /konti|forhold|handleplaner/.test(words) ? { of: 'counted' } : null;
}
