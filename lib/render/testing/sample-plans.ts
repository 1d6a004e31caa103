import { formatKroner } from '#lib/format/amount.ts';
import type { Cell, MoneyCell, PlanGroup } from '#lib/report/model.ts';

/** Longer than any column: with all Danish letters. */
export const LONG_NAME =
  'Økonomiske mellemværender med Ærø, Åbenrå og øvrige kommuner samt selvejende institutioner med driftsoverenskomst';

/** An amount in øre as action plans print it. */
export const krone = (ore: bigint): MoneyCell => ({ ore: String(ore), printed: formatKroner(ore) });

/** `count` cards in three groups, some with three steps, some with long names. */
export function planGroups(count: number): PlanGroup[] {
  const card = (index: number) => ({
    account: `956${String(index).padStart(5, '0')}`,
    accountName: index % 5 === 1 ? LONG_NAME : 'Mellemregning med Udbetaling Danmark',
    committee: 'BIU',
    followUp: krone(BigInt(index + 1) * 1_234_567_89n * (index % 2 === 0 ? 1n : -1n)),
    older: krone(BigInt(index) * 1_000_00n),
    problem: `Saldoen består af poster fra tidligere år, som ikke er udlignet (${index + 1}). Poster fra KSD føres ikke automatisk videre.`,
    responsible: 'BIF/KS',
    steps: Array.from({ length: index % 4 === 0 ? 3 : 1 }, (_, step) => ({
      activity: `Trin ${step + 1}: Gennemgå posterne enkeltvis og afklar med ejeren af fagsystemet, hvilke der skal udlignes.`,
      deadline: `${30 - step}.06.2024`,
      consequence: step === 0 ? 'Risiko for at beløb ikke kan opkræves.' : '',
    })),
  });
  const cards = Array.from({ length: count }, (_, index) => card(index));
  const third = Math.ceil(count / 3);
  const functions = (slice: typeof cards) => [
    { code: '9.28.14', name: 'Tilgodehavender i betalingskontrol', cards: slice.slice(0, 1) },
    ...(slice.length > 1 ? [{ code: '9.52.56', name: LONG_NAME, cards: slice.slice(1) }] : []),
  ];
  const groups: [2 | 3, string, typeof cards][] = [
    [3, 'KSD', cards.slice(0, third)],
    [3, '', cards.slice(third, 2 * third)],
    [2, 'Kommunernes Ydelsessystem (KY)', cards.slice(2 * third)],
  ];
  return groups
    .filter(([, , slice]) => slice.length > 0)
    .map(([category, theme, slice]) => ({ category, theme, functions: functions(slice) }));
}

/** The cards as rows of the table of action plans. */
export function planRows(groups: PlanGroup[]): Cell[][] {
  return groups.flatMap((group) =>
    group.functions.flatMap((imFunction) =>
      imFunction.cards.map((card): Cell[] => [
        card.account,
        card.accountName,
        card.committee,
        imFunction.code,
        group.theme,
        group.category,
        card.followUp,
        card.older,
        card.problem,
        card.steps.map((step) => step.activity).join('\n'),
        card.responsible,
        card.steps.map((step) => step.deadline).join('\n'),
        card.steps.map((step) => step.consequence).join('\n'),
      ]),
    ),
  );
}
