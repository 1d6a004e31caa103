import { absolute, type Ore } from '#lib/domain/money.ts';
import { formatThousands } from '#lib/format/amount.ts';
import { thousands } from '../cells.ts';
import { chooseWords } from '../texts-written/choose-words.ts';
import { amountOf, unitInProse } from './words.ts';

/**
 * How the net amount to follow up differs from the year before, in a sentence. As in what people write, nothing rises or
 * falls that the amounts do not show as they are written (see chooseWords): where they look alike in mio. kr., they are
 * told in t.kr., as the table has them.
 */
export function tellChange(now: Ore, before: Ore): string {
  const difference = amountOf(absolute(now - before));
  const words = chooseBetween(now, before);
  if (words !== '') return `Året før var nettobeløbet ${amountOf(before)}; det er ${words} med ${difference}.`;
  const exact = chooseBetween(now, before, 't.kr.');
  if (exact === '') return 'Nettobeløbet er uændret fra året før.';
  const [from, to] = [before, now].map((amount) => `${formatThousands(amount)} t.kr.`);
  return `Nettobeløbet er ${exact} med ${difference} fra ${from} året før til ${to}`;
}

type Unit = ReturnType<typeof unitInProse>;

/** `steget` or `faldet`; '' where the change, or the two amounts that it lies between, do not show it as written. */
function chooseBetween(now: Ore, before: Ore, unit?: Unit): string {
  const amounts = { beloeb: now, 'beloeb.forrige': before, 'beloeb.aendring': now - before };
  const known = new Map<string, Ore>(Object.entries(amounts));
  const choose = (...stated: [key: keyof typeof amounts, as: Unit][]) =>
    chooseWords(
      { key: 'beloeb.aendring', choice: { by: 'change', rise: 'steget', fall: 'faldet', none: '' } },
      stated.map(([key, as]) => ({ kind: 'figure', key, unit: as })),
      (key) => ({ cell: thousands(known.get(key) ?? 0n), unit: 't.kr.' }),
    ) ?? '';
  const isTold = choose(['beloeb.aendring', unitInProse(now - before)]) !== '';
  return isTold ? choose(['beloeb', unit ?? unitInProse(now)], ['beloeb.forrige', unit ?? unitInProse(before)]) : '';
}
