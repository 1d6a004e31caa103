import { normaliseHeading } from '../heading.ts';
import { monthOfName } from './period-cell.ts';

/** What columns of ERP exports are called, in the form of normaliseHeading(); the likelier ones first. */
export const SYNONYMS = {
  account: [
    'kontonr',
    'konto nr',
    'kontonummer',
    'statuskonto',
    'balancekonto',
    'artskonto',
    'finanskonto',
    'hovedbogskonto',
    'konto',
    'konto og tekst',
    'konto/tekst',
    'kontonr og navn',
    'omkostningsart',
    'g/l account',
    'gl account',
    'account number',
    'account',
    'sachkonto',
    'art',
  ],
  name: [
    'kontonavn',
    'kontotekst',
    'konto tekst',
    'kontobetegnelse',
    'betegnelse',
    'g/l account name',
    'g/l account long text',
    'account name',
    'navn',
    'tekst',
    'langtekst',
    'korttekst',
    'beskrivelse',
    'description',
  ],
  imFunction: ['im funktion', 'autoriseret funktion', 'funktion', 'functional area'],
  balance: [
    'saldo ultimo',
    'ultimosaldo',
    'ultimo',
    'slutsaldo',
    'ending balance',
    'closing balance',
    'akkumuleret saldo',
    'saldo akkumuleret',
    'cumulative balance',
    'saldo',
    'balance',
    'saldo i alt',
    'beløb',
    'beløb i lokal valuta',
    'amount in local currency',
    'amount',
  ],
  debit: ['debet', 'debit', 'debetsaldo', 'saldo debet', 'debet ultimo', 'debit balance', 'soll'],
  credit: ['kredit', 'credit', 'kreditsaldo', 'saldo kredit', 'kredit ultimo', 'credit balance', 'haben'],
  mark: ['d/k', 'dk', 'd/c', 's/h', 'debet/kredit', 'debit/credit', 'debit/credit indicator', 'fortegn', 'side'],
  opening: [
    'primo',
    'saldo primo',
    'primosaldo',
    'opening balance',
    'starting balance',
    'balance carried forward',
    'saldooverførsel',
  ],
  movement: ['bevægelse', 'bevægelser', 'årets bevægelse', 'årets bevægelser', 'periodens bevægelse', 'movement'],
  year: ['regnskabsår', 'år', 'fiscal year', 'year'],
  period: ['regnskabsperiode', 'periode', 'posteringsperiode', 'posting period', 'period', 'måned'],
  reconciledBy: ['afstemmes af', 'afstemt af', 'afstemningsansvarlig', 'ansvarlig enhed', 'enhed'],
  committee: ['udvalg', 'udvalgskode'],
  administration: ['forvaltning', 'forvaltningskode', 'magistratsafdeling'],
  separately: ['afstemmes særskilt', 'særskilt'],
} as const satisfies Record<string, readonly string[]>;

/** The place of the likeliest column of those headings; -1: none of them is one. */
export function findSynonym(headings: readonly string[], field: keyof typeof SYNONYMS): number {
  const plain = headings.map((heading) => normaliseHeading(heading).replace(/ (19|20)\d\d$/, ''));
  for (const name of SYNONYMS[field]) {
    const index = plain.indexOf(name);
    if (index !== -1) return index;
  }
  return -1;
}

const MONTH_HEADING =
  /^(?:per|periode|period|måned|saldo|bevægelse)? ?(?:(?:19|20)\d\d )?0*(\d{1,2})(?: (?:19|20)\d\d)?$/;

/** The period that a heading names: `Januar`, `Periode 03`, `Saldo 2023-12`, `013`; null for any other. */
export function monthOfHeading(text: string): number | null {
  const heading = normaliseHeading(text);
  const named = monthOfName(heading.replace(/ (19|20)\d\d$/, ''));
  if (named !== null) return named;
  const number = Number(MONTH_HEADING.exec(heading)?.[1] ?? 0);
  return number >= 1 && number <= 16 ? number : null;
}
