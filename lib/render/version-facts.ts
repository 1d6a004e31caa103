import { type LeftOutUnit, UNIT_COLUMN, versionMark } from '#lib/domain/report-version.ts';
import { formatDateInProse } from '#lib/format/date.ts';
import { type ReportModel, tableOf } from '#lib/report/model.ts';

type Fact = [label: string, value: string];

/** How far the report is, in a word: `Endelig, version 2`. */
export function tellStatus({ status, version }: Pick<ReportModel, 'status' | 'version'>): string {
  if (version !== null) return `Endelig, version ${version.number}`;
  return status === 'udkast' ? 'Udkast' : 'Klar, endnu ikke endelig';
}

/** A file cannot state its own. */
const FILE_HASHES = 'Står på siden Versioner';

/** What a frozen version says of itself, and an edition of what it leaves out; none where there is neither. */
export function versionFacts(model: ReportModel): Fact[] {
  const { version } = model;
  const facts: Fact[] = [];
  if (version !== null) {
    facts.push(['Version', `${version.number}, gjort endelig ${formatDateInProse(version.madeOn)}`]);
    if (version.reason !== '') facts.push(['Ny version fordi', version.reason]);
    facts.push(['Modellens SHA-256', version.sha256], ['Filernes SHA-256', FILE_HASHES]);
  }
  const edition = tellEdition(model);
  return edition === '' ? facts : [...facts, ['Udgave', edition]];
}

/** What an edition leaves out and on what ground; '' for a report of which nothing is left out in any. */
export function tellEdition(model: ReportModel): string {
  const { edition, redactions, tables, across } = model;
  const units = across?.units ?? [];
  if (redactions.length + units.length === 0) return '';
  // A finding can have got below the threshold since it was chosen: the open edition leaves nothing out for it.
  const plans = new Set(tableOf(model, 'handleplaner').rows.map(([account]) => account));
  const leavesOut =
    units.length > 0 ||
    redactions.some(({ kind, target }) => edition === 'open' || kind === 'column' || plans.has(target));
  if (!leavesOut) return '';
  if (edition === 'closed') return 'Lukket udgave: indeholder oplysninger, der er udeladt af den åbne udgave.';
  const grounds = Map.groupBy(redactions, ({ ground }) => ground);
  const sentences = [...grounds].map(([ground, left]) => {
    const plans = left.filter(({ kind }) => kind === 'finding').length;
    const columns = left
      .filter(({ kind }) => kind === 'column')
      .map(({ target }) => {
        const [id, name] = target.split('.');
        const table = tables.find((one) => one.id === id);
        const label = table?.columns.find((column) => column.id === name)?.label ?? name;
        return `${label} (${table?.title ?? id})`;
      });
    const parts = [
      ...(plans === 0 ? [] : [plans === 1 ? '1 handleplan' : `${plans} handleplaner`]),
      ...(columns.length === 0 ? [] : [`${columns.length === 1 ? 'kolonnen' : 'kolonnerne'} ${columns.join(', ')}`]),
    ];
    return `${parts.join(' og ')} er udeladt efter ${ground}`;
  });
  return `Åben udgave: ${[...sentences, ...tellUnits(units, tables)].join('; ')}. Alle summer er hele.`;
}

function tellUnits(units: readonly LeftOutUnit[], tables: ReportModel['tables']): string[] {
  const list = tables.find(({ id }) => UNIT_COLUMN.startsWith(`${id}.`))?.title ?? UNIT_COLUMN;
  return [...Map.groupBy(units, ({ ground }) => ground)].map(
    ([ground, { length }]) =>
      `forvaltning og tema i ${length === 1 ? '1 række' : `${length} rækker`} af ”${list}” er udeladt efter ${ground}`,
  );
}

/** What a version's file bears in its properties, by which it can be known when it was changed; '' for what is no version. */
export function fileMark({ committee, year, version }: ReportModel): string {
  return version === null ? '' : versionMark({ committee: committee.code, year, ...version });
}
