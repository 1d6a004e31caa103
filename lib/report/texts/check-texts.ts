import { type MissingPart, PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { ConfirmableRegister } from '#lib/domain/register.ts';
import { formatCount, formatKroner, formatOre } from '#lib/format/amount.ts';
import { countAccounts, countOf } from './words.ts';

/** The Danish messages of the report's checks, as functions of figures. Amounts in øre. */

interface SumFigures {
  balance: Ore;
  balanceOfCommittees: Ore;
  followUp: Ore;
  followUpOfCommittees: Ore;
}

const NO_BALANCE = 'Der er ikke indlæst en saldobalance for perioden, så der er intet kontrolbeløb at holde op imod.';

export function tellSum(holds: boolean, figures: SumFigures, control: { sum: Ore } | null): string {
  if (!control) return NO_BALANCE;
  if (holds) {
    return `Udvalgenes saldi og beløb til opfølgning giver tilsammen kommunens, og saldiene giver saldobalancens kontrolbeløb på ${formatOre(control.sum)} kr.`;
  }
  const parts = [
    `Udvalgenes saldi er ${formatOre(figures.balanceOfCommittees)} kr., kommunens ${formatOre(figures.balance)} kr. og saldobalancens kontrolbeløb ${formatOre(control.sum)} kr.`,
    `Udvalgenes beløb til opfølgning er ${formatOre(figures.followUpOfCommittees)} kr., kommunens ${formatOre(figures.followUp)} kr.`,
    'Hver konto og hvert forhold skal høre til et udvalg, og forhold skal stå på konti, der findes og ikke afstemmes særskilt.',
  ];
  return parts.join(' ');
}

export function tellBalance(
  holds: boolean,
  actual: { count: number; sum: Ore },
  control: { count: number; sum: Ore } | null,
): string {
  if (!control) return NO_BALANCE;
  if (holds)
    return `Balancens ${countAccounts(actual.count)} summer til ${formatOre(actual.sum)} kr. og svarer til saldobalancen.`;
  const own = `Balancens ${countAccounts(actual.count)} summer til ${formatOre(actual.sum)} kr.`;
  return `${own} Saldobalancen har ${countAccounts(control.count)} og kontrolbeløbet ${formatOre(control.sum)} kr. Summen skal være ${formatOre(0n)} kr., og begge tal skal stemme.`;
}

export function tellWithoutVerdict(count: number): string {
  if (count === 0) return 'Alle konti, der skal have en kategori, har en.';
  return `${countAccounts(count)} er endnu ikke vurderet.`;
}

export function tellNotApproved(count: number): string {
  if (count === 0) return 'Alle vurderede konti er godkendt af en anden end den, der har afstemt dem.';
  return `${countAccounts(count)} er vurderet, men endnu ikke godkendt.`;
}

export function tellWithoutResponsible(count: number): string {
  if (count === 0) return 'Alle konti har en kendt enhed, der afstemmer dem.';
  return `${countAccounts(count)} har ingen kendt enhed, der afstemmer ${count === 1 ? 'den' : 'dem'}.`;
}

export function tellWithoutCommittee(count: number): string {
  if (count === 0) return 'Alle konti og forhold hører til et kendt udvalg.';
  return `${countAccounts(count)} hører ikke til et kendt udvalg eller har forhold, der ikke gør.`;
}

const PART_NAMES: Record<MissingPart, string> = {
  item: 'post',
  responsible: 'ansvarlig',
  activity: 'aktivitet',
  deadline: 'deadline',
  consequence: 'konsekvens',
};

const MISSING_PARTS = ['item', 'responsible', 'activity', 'deadline', 'consequence'] as const;

/** `parts`: how many findings lack each part. */
export function tellPlans(incomplete: number, parts: ReadonlyMap<MissingPart, number>): string {
  if (incomplete === 0) return 'Alle udvalgets forhold har de poster og den handleplan, de skal have.';
  const list = MISSING_PARTS.flatMap((part) => {
    const count = parts.get(part);
    return count === undefined ? [] : [`${PART_NAMES[part]}: ${formatCount(count)}`];
  }).join(', ');
  return `${countOf(incomplete, 'forhold', 'forhold')} mangler oplysninger (${list}).`;
}

const REGISTER_NAMES: Record<ConfirmableRegister, { plural: string; singular: string }> = {
  systemafstemninger: { singular: 'kontrol af dataoverførsler', plural: 'kontroller af dataoverførsler' },
  afskrivninger: { singular: 'afskrivning', plural: 'afskrivninger' },
  'periodiserede-poster': { singular: 'periodiseret post', plural: 'periodiserede poster' },
  egenkapital: { singular: 'bevægelse på egenkapitalen', plural: 'bevægelser på egenkapitalen' },
};

export function tellRegister(register: ConfirmableRegister, lines: number, confirmed: boolean): string {
  const { singular, plural } = REGISTER_NAMES[register];
  if (lines > 0) return `Der er registreret ${countOf(lines, singular, plural)} for udvalget.`;
  if (confirmed) return `Det er bekræftet, at udvalget ingen ${plural} har.`;
  return `Der er ikke registreret ${plural} for udvalget, og det er ikke bekræftet, at der ingen er.`;
}

export function tellControlsWithoutPlan(count: number): string {
  return `${countOf(count, 'kontrol', 'kontroller')} af dataoverførsler med en difference på mindst ${formatKroner(PLAN_THRESHOLD)} kr. mangler ansvarlig, aktivitet, deadline eller konsekvens.`;
}
