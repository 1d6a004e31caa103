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

/** What a plan can fail by: a part that it lacks, or a deadline that is not after the balance date. */
export type PlanFault = MissingPart | 'early';

/** What a plan can fail by, as it is named after *mangler* or by itself. */
export const PART_NAMES: Record<PlanFault, string> = {
  item: 'post',
  responsible: 'ansvarlig',
  activity: 'aktivitet',
  deadline: 'deadline',
  consequence: 'konsekvens',
  early: 'deadline efter balancedatoen',
};

const PLAN_FAULTS = ['item', 'responsible', 'activity', 'deadline', 'consequence', 'early'] as const;

/** `faults`: how many findings fail by each. */
export function tellPlans(incomplete: number, faults: ReadonlyMap<PlanFault, number>): string {
  if (incomplete === 0) return 'Alle udvalgets forhold har de poster og den handleplan, de skal have.';
  const list = PLAN_FAULTS.flatMap((part) => {
    const count = faults.get(part);
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
  return `${countOf(count, 'kontrol', 'kontroller')} af dataoverførsler med en difference på mindst ${formatKroner(PLAN_THRESHOLD)} kr. mangler ansvarlig, aktivitet, konsekvens eller en deadline efter balancedatoen.`;
}

export function tellConsequences(count: number): string {
  if (count === 0) return 'Alle udvalgets handleplaner siger, hvad konsekvensen er.';
  return `${countOf(count, 'handleplan', 'handleplaner')} i kategori 2 siger ikke, hvad konsekvensen er.`;
}

/** What is known of the year before: nothing; a period that is not done; or what differs from its report. */
type Opening =
  | { kind: 'unknown'; year: number }
  | { kind: 'incomplete'; period: string }
  | { kind: 'held'; period: string; differences: readonly string[] };

export function tellOpening(opening: Opening): string {
  if (opening.kind === 'unknown')
    return `Systemet har ingen rapport for ${opening.year} at holde sammenligningstallene op imod.`;
  if (opening.kind === 'incomplete')
    return `Periode ${opening.period} er ikke afstemt færdig i systemet, så sammenligningstallene kan ikke holdes op imod den.`;
  if (opening.differences.length === 0)
    return `Sammenligningstallene og broens primo er, hvad rapporten på periode ${opening.period} siger.`;
  return `Sammenligningstallene er ikke, hvad rapporten på periode ${opening.period} siger. ${opening.differences.join('. ')}.`;
}

export function tellTexts(count: number): string {
  if (count === 0) return 'Alle tekster, der er begyndt eller tildelt, er skrevet færdig.';
  return `${countOf(count, 'tekst', 'tekster')} er begyndt eller tildelt, men ikke meldt færdig.`;
}

export function tellUnapprovedTexts(count: number): string {
  if (count === 0) return 'Alle færdige tekster er godkendt.';
  return `${countOf(count, 'tekst', 'tekster')} er færdig${count === 1 ? '' : 'e'}, men ikke godkendt.`;
}

export function tellUnchangedTexts(count: number): string {
  if (count === 0) return 'Ingen tekst er overtaget uændret fra et tidligere år uden at være godkendt.';
  return `${countOf(count, 'tekst', 'tekster')} er overtaget uændret fra et tidligere år og ikke godkendt.`;
}

export function tellBrokenFigures(count: number): string {
  if (count === 0) return 'Alle felter i teksterne har et tal i rapporten.';
  return `${countOf(count, 'felt', 'felter')} i teksterne henviser til et tal, som rapporten ikke har.`;
}

export function tellLooseNumbers(count: number): string {
  if (count === 0) return 'Alle beløb og antal konti og forhold i teksterne er rapportens egne eller godkendt.';
  return `${countOf(count, 'beløb eller antal', 'beløb og antal')} i teksterne svarer ikke til noget tal i rapporten.`;
}

export function tellOtherNumbers(count: number): string {
  if (count === 0) return 'Ingen andre tal i teksterne er ukendte for rapporten.';
  return `${countOf(count, 'andet tal', 'andre tal')} i teksterne svarer ikke til noget tal i rapporten.`;
}

export function tellPersonalNumbers(count: number): string {
  if (count === 0) return 'Der er ikke fundet personnumre i tekster, handleplaner, navne, registre og filnavne.';
  return `${countOf(count, 'sted', 'steder')} i tekster, handleplaner, navne, registre eller filnavne ligner et personnummer.`;
}

export function tellPossibleNumbers(count: number): string {
  if (count === 0) return 'Ingen navne og henvisninger har ti cifre, der kunne være et personnummer.';
  return `${countOf(count, 'navn eller henvisning', 'navne og henvisninger')} har ti cifre, der begynder med en dato, men næppe er et personnummer.`;
}
