import { toKroner } from '#lib/domain/money.ts';
import type { TransferControl } from '#lib/domain/register.ts';
import { formatKroner } from '#lib/format/amount.ts';

/** The headings under which sentences tell each control of transfers by itself. */
export const CONTROL_HEADINGS = {
  erp: 'til-oekonomisystemet',
  debtor: 'til-debitorsystemet',
  others: 'til-andre-systemer',
} as const;

/** By how much a transfer differs, in whole kroner. A difference that only prints as 0 is still one. */
export function tellDifference({ sourceSystem, difference }: TransferControl): string {
  const amount = toKroner(difference) === 0n ? 'under 1' : formatKroner(difference);
  return `${sourceSystem} har en difference på ${amount} kr.`;
}

/** Sentences of tellDifference, and any others beside them, without how much it is. */
export function withoutDifferences(text: string): string {
  return text.replace(/ har en difference på (?:under 1|-?\d[\d.]*) kr\./g, ' har en difference.');
}
