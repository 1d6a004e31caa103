import { SEPARATE_FUNCTION } from '#lib/domain/account.ts';
import type { FindingCategory } from '#lib/domain/category.ts';
import { absolute } from '#lib/domain/money.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateInProse } from '#lib/format/date.ts';
import { type FunctionFacts, followUpOf, olderOf } from '../aggregate.ts';
import { chartCategories } from '../charts.ts';
import type { Material } from '../material.ts';
import type { Block } from '../model.ts';
import { countOlder } from '../tables/committee-tables.ts';
import type { CategoryFacts } from '../tables/municipality-tables.ts';
import { chartNote, drawing, heading, list, paragraph, table } from './blocks.ts';
import { tellChange } from './tell-change.ts';
import { amountOf, capitalize, countAccounts, countOf, joinWords, splitOf } from './words.ts';

/** How many functions the points of attention name, largest follow-up first. */
const LARGEST_FUNCTIONS = 5;

/** Section 1: the municipality's reconciliations (product.md, the annual report). */
export function writeMunicipalitySection(material: Material): Block[] {
  return [
    heading(1, 'kommunens-balanceafstemninger', '1', 'Kommunens balanceafstemninger'),
    ...writeReconciled(material),
    ...writeCategories(material),
    ...writeOlder(material),
    ...writeBalance(material),
    heading(2, 'aendret-regnskabspraksis', '1.5', 'Ændret regnskabspraksis'),
    paragraph(
      `Der er ikke registreret ændringer i regnskabspraksis, som påvirker sammenligningen af balanceafstemningerne i ${material.year} med året før.`,
    ),
    ...writeAttention(material),
  ];
}

function writeReconciled(material: Material): Block[] {
  const { facts, overview, reconciledBy, installation, year } = material;
  const reconciled = overview.total.accounts;
  const missing = facts.withoutVerdict.length;
  const { separate } = facts.total;
  const centre = reconciledBy.find((unit) => unit.code === installation.serviceCentreCode);
  const others = reconciledBy.filter((unit) => unit !== centre);
  const byOthers = others.reduce((sum, unit) => sum + unit.accounts, 0);
  return [
    heading(2, 'afstemte-konti', '1.1', 'Afstemte konti'),
    paragraph(
      missing === 0
        ? `${capitalize(countAccounts(reconciled))} er afstemt i ${year}.`
        : `${capitalize(countAccounts(reconciled))} er afstemt i ${year}, mens ${countAccounts(missing)} endnu ikke er vurderet.`,
      tellShares(centre, byOthers),
      tellApproved(reconciled, facts.notApproved.length),
      separate > 0 ? `Derudover afstemmes ${countAccounts(separate)} særskilt.` : '',
    ),
    ...(reconciledBy.length > 0
      ? [
          table('afstemt-af', [
            { column: 'enhed', text: `${reconciledBy.map((unit) => `${unit.code}: ${unit.name}`).join('; ')}.` },
          ]),
        ]
      : []),
  ];
}

/** How many of the reconciled accounts others have approved. */
function tellApproved(reconciled: number, notApproved: number): string {
  const approved = reconciled - notApproved;
  if (reconciled === 0) return '';
  if (reconciled === 1)
    return approved === 1 ? 'Den afstemte konto er godkendt.' : 'Den afstemte konto er ikke godkendt.';
  if (notApproved === 0) return `Alle ${formatCount(reconciled)} afstemte konti er godkendt.`;
  return `Af de ${formatCount(reconciled)} afstemte konti er ${approved === 0 ? 'ingen' : formatCount(approved)} godkendt.`;
}

/** Who reconciled how many: the service centre and, together, the administrations. */
function tellShares(centre: { name: string; accounts: number } | undefined, byOthers: number): string {
  if (!centre) return byOthers === 0 ? '' : `Forvaltningerne har afstemt ${countAccounts(byOthers)}.`;
  const own = `${centre.name} har afstemt ${countAccounts(centre.accounts)}`;
  return byOthers === 0 ? `${own}.` : `${own}, og forvaltningerne har afstemt ${countAccounts(byOthers)}.`;
}

function writeCategories(material: Material): Block[] {
  const { overview, facts, year } = material;
  const { categories, total } = overview;
  const net = followUpOf(facts.total);
  const previousKnown = categories[2].previous !== null || categories[3].previous !== null;
  const separateNote = noteOnSeparate(facts.functions);
  return [
    heading(2, 'kategorier', '1.2', 'Fordeling på kategorier'),
    table('kategorier', separateNote === '' ? [] : [{ column: null, text: separateNote }]),
    ...drawing(chartCategories(material)),
    paragraph(
      tellCategory1(total.accounts, categories[1].accounts),
      compareCategory(2, categories[2]),
      compareCategory(3, categories[3]),
      previousKnown ? '' : `Der er ikke registreret sammenligningstal for ${year - 1}.`,
    ),
    paragraph(
      net === 0n && categories[2].accounts + categories[3].accounts === 0
        ? 'Der er intet beløb til opfølgning.'
        : `Nettobeløbet til opfølgning er ${amountOf(net)}`.concat(compareFollowUp(categories[2], categories[3])),
    ),
  ];
}

function tellCategory1(accounts: number, withoutRemarks: number): string {
  if (accounts === 0) return 'Ingen konti er vurderet endnu.';
  if (accounts === 1 && withoutRemarks === 1)
    return `${capitalize(countAccounts(accounts))} er afstemt uden bemærkninger.`;
  if (accounts === withoutRemarks) return `Alle ${countAccounts(accounts)} er afstemt uden bemærkninger.`;
  return `Af ${countAccounts(accounts)} er ${countAccounts(withoutRemarks)} afstemt uden bemærkninger.`;
}

/** Who counts with the value only (domain.md, notes under the tables). */
function noteOnSeparate(functions: FunctionFacts[]): string {
  const separate = functions.filter((row) => row.separate > 0);
  if (separate.length === 0) return '';
  const onlyEquity = separate.every((row) => row.code === SEPARATE_FUNCTION);
  const accounts = separate.reduce((sum, row) => sum + row.separate, 0);
  return onlyEquity
    ? `Egenkapitalen (${SEPARATE_FUNCTION}) afstemmes særskilt og indgår i kategori 1 med sin værdi, men ikke med sit antal konti (${formatCount(accounts)}).`
    : `Konti, der afstemmes særskilt (${joinWords(separate.map((row) => row.code))}), indgår i kategori 1 med deres værdi, men ikke med deres antal (${formatCount(accounts)}).`;
}

function compareCategory(id: FindingCategory, { accounts, previous }: CategoryFacts): string {
  const now = `Kategori ${id} omfatter ${countAccounts(accounts)}`;
  if (!previous) return `${now}.`;
  const change = accounts - previous.accounts;
  if (change === 0) return `${now}, hvilket er uændret fra året før.`;
  const before = previous.accounts === 0 ? 'ingen' : formatCount(previous.accounts);
  return `${now} mod ${before} året før, ${change > 0 ? 'en stigning' : 'et fald'} på ${formatCount(Math.abs(change))}.`;
}

function compareFollowUp(second: CategoryFacts, third: CategoryFacts): string {
  const split = `${splitOf(second.net, third.net)}.`;
  if (!second.previous || !third.previous) return split;
  return `${split} ${tellChange(second.net + third.net, second.previous.net + third.previous.net)}`;
}

function writeOlder({ facts }: Material): Block[] {
  const { older } = facts.total;
  const findings = countOlder(facts.findings);
  const since = formatDateInProse(facts.limit);
  const title = heading(2, 'aeldre-end-et-aar', '1.3', 'Beløb ældre end ét år');
  if (findings === 0) {
    return [title, paragraph(`Kommunen har ingen beløb til opfølgning fra den ${since} eller tidligere.`)];
  }
  return [
    title,
    paragraph(
      `${capitalize(countOf(findings, 'forhold', 'forhold'))} har beløb til opfølgning, som er ældre end ét år, det vil sige bogført senest den ${since}.`,
      `Nettobeløbet er ${amountOf(olderOf(facts.total))}${splitOf(older[2], older[3])}.`,
    ),
    table('aeldre-end-1-aar', [chartNote('im-funktion')]),
  ];
}

function writeBalance({ facts }: Material): Block[] {
  const title = heading(2, 'balancen', '1.4', 'Balancen fordelt på IM-funktioner');
  if (facts.functions.length === 0) return [title, paragraph('Der er ikke indlæst nogen saldobalance for perioden.')];
  const separate = facts.functions.some((row) => row.code === SEPARATE_FUNCTION && row.separate > 0);
  return [
    title,
    paragraph(
      `Tabellen viser hele balancen, ${countAccounts(facts.total.accounts)} fordelt på ${countOf(facts.functions.length, 'IM-funktion', 'IM-funktioner')}.`,
      'Saldoen i kategori 1 er saldoen fratrukket beløbet til opfølgning.',
    ),
    table('tabel-1-1', [
      chartNote('im-funktion'),
      ...(separate
        ? [{ column: 'navn', text: 'Egenkapitalen afstemmes særskilt gennem sin note til balancen i årsregnskabet.' }]
        : []),
    ]),
  ];
}

function writeAttention({ facts, overview }: Material): Block[] {
  const title = heading(2, 'opmaerksomhedspunkter', '1.6', 'Opmærksomhedspunkter på tværs af kommunen');
  const withFollowUp = facts.functions.filter((row) => followUpOf(row) !== 0n);
  const largest = withFollowUp.toSorted((left, right) => compareSize(right, left)).slice(0, LARGEST_FUNCTIONS);
  return [
    title,
    ...(largest.length === 0
      ? [paragraph('Ingen IM-funktion har et nettobeløb til opfølgning.')]
      : [
          paragraph(
            largest.length === withFollowUp.length
              ? `${capitalize(countOf(largest.length, 'IM-funktion', 'IM-funktioner'))} har et nettobeløb til opfølgning:`
              : `${formatCount(withFollowUp.length)} IM-funktioner har et nettobeløb til opfølgning. De ${formatCount(largest.length)} største, uden hensyn til fortegn, er:`,
          ),
          list(largest.map(tellFunction)),
        ]),
    ...tellCategory3(facts.functions, overview.categories[3]),
  ];
}

function compareSize(left: FunctionFacts, right: FunctionFacts): number {
  const difference = absolute(followUpOf(left)) - absolute(followUpOf(right));
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function tellFunction(row: FunctionFacts): string {
  const older = olderOf(row);
  const age = older === 0n ? '' : `, heraf ${amountOf(older)} ældre end ét år`;
  return `${`${row.code} ${row.name}`.trim()}: ${amountOf(followUpOf(row))}${age}.`;
}

function tellCategory3(functions: FunctionFacts[], { accounts, net }: CategoryFacts): Block[] {
  if (accounts === 0) return [paragraph('Ingen konti er i kategori 3.')];
  const own = functions.filter((row) => row.followUp[3] !== 0n);
  const opening = `${capitalize(countAccounts(accounts))} er ikke afstemt (kategori 3). Beløbet er netto ${amountOf(net)}.`;
  if (own.length === 0) return [paragraph(opening)];
  return [
    paragraph(opening, 'Det fordeler sig sådan:'),
    list(own.map((row) => `${`${row.code} ${row.name}`.trim()}: ${amountOf(row.followUp[3])}.`)),
  ];
}
