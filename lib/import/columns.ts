import type { ImportKind } from './types.ts';

/** What a column holds: how it is read, and how an export writes it. */
type ColumnType = 'text' | 'function' | 'amount' | 'count' | 'date' | 'dateOrWord';

export interface ColumnSpec {
  field: string;
  heading: string;
  type: ColumnType;
  optional: boolean;
  /** Other headings under which users' files have it. */
  aliases: readonly string[];
}

const column = (field: string, heading: string, type: ColumnType = 'text', aliases: readonly string[] = []) => ({
  field,
  heading,
  type,
  aliases,
  optional: false,
});
const optional = (spec: ColumnSpec): ColumnSpec => ({ ...spec, optional: true });

const ACCOUNT = column('account', 'Konto', 'text', [
  'Kontonr',
  'Konto nr',
  'Kontonummer',
  'Balancekonto',
  'Statuskonto',
  'Artskonto',
  'Finanskonto',
  'G/L Account',
  'Account',
]);
const COMMITTEE = column('committee', 'Udvalg', 'text', ['Udvalgskode']);

/** The files of movements differ in the heading over what was accrued or moved, and by it alone they are known. */
function movementColumns(what: ColumnSpec): readonly ColumnSpec[] {
  return [
    COMMITTEE,
    ACCOUNT,
    optional(column('imFunction', 'IM-funktion', 'function', ['Funktion'])),
    // Not *Navn*: with the function before it, a file that lacks a column would pass for a list of functions.
    optional(column('name', 'Kontoens navn')),
    what,
    column('amount', 'Beløb', 'amount'),
    optional(column('explanation', 'Forklaring', 'text', ['Begrundelse'])),
    optional(column('documentation', 'Dokumentation', 'text', ['Bilag'])),
  ];
}

/** The columns of each kind of file in the reference files' order; the first one names what a row is about. */
export const COLUMNS: Readonly<Record<ImportKind, readonly ColumnSpec[]>> = {
  organisation: [
    column('committeeCode', 'Udvalgskode'),
    column('committeeName', 'Udvalg', 'text', ['Udvalgsnavn']),
    column('administrationCode', 'Forvaltningskode'),
    column('administrationName', 'Forvaltning', 'text', ['Forvaltningsnavn']),
  ],
  'im-funktioner': [
    column('imFunction', 'IM-funktion', 'function', ['Funktion']),
    column('name', 'Navn', 'text', ['Funktionsnavn']),
  ],
  saldobalance: [
    ACCOUNT,
    column('name', 'Kontonavn', 'text', ['Kontotekst', 'Kontobetegnelse', 'G/L Account Long Text', 'Account name']),
    optional(column('imFunction', 'IM-funktion', 'function', ['Funktion'])),
    column('amount', 'Saldo', 'amount', ['Saldo ultimo', 'Ultimosaldo', 'Slutsaldo', 'Beløb', 'Balance']),
  ],
  kontoansvar: [
    ACCOUNT,
    column('reconciledBy', 'Afstemmes af'),
    COMMITTEE,
    column('administration', 'Forvaltning', 'text', ['Forvaltningskode']),
    optional(column('separately', 'Afstemmes særskilt')),
  ],
  afstemninger: [
    ACCOUNT,
    column('category', 'Kategori'),
    COMMITTEE,
    column('responsible', 'Ansvarlig'),
    column('theme', 'Tema'),
    optional(column('problem', 'Problem')),
    column('postingDate', 'Posteringsdato', 'date'),
    optional(column('text', 'Posteringstekst')),
    column('amount', 'Beløb til opfølgning', 'amount', ['Beløb', 'Opfølgningsbeløb']),
    column('activity', 'Aktivitetsplan'),
    column('deadline', 'Deadline', 'date'),
    column('consequence', 'Konsekvens'),
  ],
  dokumentation: [
    ACCOUNT,
    column('amount', 'Dokumenteret saldo', 'amount', ['Saldo ifølge dokumentation', 'Dokumenteret beløb']),
    column('source', 'Kilde', 'text', ['Dokumentationskilde', 'Dokumentation']),
    column('date', 'Dato', 'date', ['Dokumentationsdato', 'Opgjort den', 'Saldodato']),
  ],
  sammenligningstal: [
    column('category', 'Kategori'),
    column('accounts', 'Antal konti', 'count', ['Antal']),
    column('amount', 'Nettobeløb', 'amount', ['Beløb']),
  ],
  systemafstemninger: [
    COMMITTEE,
    column('sourceSystem', 'Fagsystem'),
    column('receiver', 'Modtager'),
    column('amount', 'Difference', 'amount', ['Beløb']),
    column('responsible', 'Ansvarlig'),
    column('activity', 'Aktivitetsplan'),
    column('deadline', 'Deadline', 'dateOrWord'),
    column('consequence', 'Konsekvens'),
  ],
  afskrivninger: [
    COMMITTEE,
    column('kind', 'Type'),
    column('writtenOffFunction', 'Afskrevet på IM-funktion', 'function'),
    column('counterFunction', 'Modpost IM-funktion', 'function'),
    column('counterName', 'Modpost navn'),
    column('appropriation', 'Bevilling'),
    column('amount', 'Beløb', 'amount'),
  ],
  'periodiserede-poster': movementColumns(column('text', 'Periodiseret post', 'text', ['Periodisering'])),
  egenkapital: movementColumns(column('text', 'Bevægelse', 'text', ['Bevægelse på egenkapitalen'])),
};

/** Two columns of unsigned amounts that stand for the amount: debet minus kredit (domain.md, KMD Opus). */
export const DEBIT_CREDIT: readonly ColumnSpec[] = [
  column('debit', 'Debet', 'amount', ['Debit']),
  column('credit', 'Kredit', 'amount', ['Credit']),
];
