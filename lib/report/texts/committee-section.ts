import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import type { TransferControl } from '#lib/domain/register.ts';
import { formatKroner } from '#lib/format/amount.ts';
import { followUpOf, olderOf, sumFindings } from '../aggregate.ts';
import { chartFollowUp } from '../charts.ts';
import { isConfirmedNone } from '../checks/register-checks.ts';
import { chartDeadlines } from '../deadline-chart.ts';
import type { Material } from '../material.ts';
import type { Block, PlanGroup } from '../model.ts';
import { countOlder, groupPlans } from '../tables/committee-tables.ts';
import { chartNote, drawing, heading, list, paragraph, table } from './blocks.ts';
import { CONTROL_HEADINGS, tellDifference } from './control-texts.ts';
import { debtorOf, erpOf } from './system-names.ts';
import { amountOf, capitalize, countAccounts, countOf, joinWords, splitOf } from './words.ts';

const THRESHOLD = `${formatKroner(PLAN_THRESHOLD)} kr.`;
const SMALL_NOTE = { column: null, text: `Beløb under ${THRESHOLD} er ikke beskrevet.` };

/** Section 2: the committee's findings, their plans, and the transfer controls (product.md, the annual report). */
export function writeCommitteeSection(material: Material): Block[] {
  return [
    heading(1, 'udvalgets-balanceposter', '2', 'Udvalgets balanceposter'),
    ...writeFindings(material),
    ...writePlans(material),
    ...writeControls(material),
  ];
}

function writeFindings(material: Material): Block[] {
  const { committee, findings } = material;
  const title = heading(2, 'poster-til-opfoelgning', '2.1', 'Poster til opfølgning');
  if (findings.length === 0) return [title, paragraph(`${committee.name} har ingen balanceposter til opfølgning.`)];
  const sums = sumFindings(findings);
  const older = countOlder(findings);
  return [
    title,
    paragraph(
      `${committee.name} har ${countAccounts(findings.length)} til opfølgning med et nettobeløb på ${amountOf(followUpOf(sums))}${splitOf(sums.followUp[2], sums.followUp[3])}.`,
      older === 0
        ? 'Intet beløb er ældre end ét år.'
        : `${capitalize(countOf(older, 'forhold', 'forhold'))} har beløb, der er ældre end ét år, i alt netto ${amountOf(olderOf(sums))}.`,
    ),
    table('tabel-2-1', [SMALL_NOTE, chartNote('im-funktion')]),
    ...drawing(chartFollowUp(material)),
  ];
}

function writePlans(material: Material): Block[] {
  const { committee, facts, findings, plans } = material;
  const title = heading(2, 'handleplaner', '2.2', 'Handleplaner');
  if (findings.length === 0) {
    return [title, paragraph(`Der er ingen handleplaner, fordi ${committee.name} ikke har poster til opfølgning.`)];
  }
  if (plans.length === 0) {
    return [title, paragraph(`Alle forhold er under ${THRESHOLD} og er derfor ikke beskrevet med handleplaner.`)];
  }
  const left = findings.length - plans.length;
  return [
    title,
    paragraph(
      `Der er ${plans.length === 1 ? 'en handleplan' : 'handleplaner'} for ${countOf(plans.length, 'forhold', 'forhold')}. Beløb i handleplaner er i hele kroner.`,
      left === 0 ? '' : `${capitalize(countOf(left, 'forhold', 'forhold'))} under ${THRESHOLD} er ikke beskrevet.`,
    ),
    ...drawing(chartDeadlines(material)),
    ...groupPlans(plans, facts).flatMap((group, index): Block[] => [
      heading(3, `handleplaner-${index + 1}`, '', titleOf(group)),
      { kind: 'plans', group },
    ]),
  ];
}

/** Those without a theme stand under the category alone (domain.md, order of action plans). */
function titleOf({ category, theme }: PlanGroup): string {
  return theme === '' ? `Kategori ${category}` : `Kategori ${category}: ${theme}`;
}

function writeControls(material: Material): Block[] {
  const { state, installation, committee, year, registers } = material;
  const { controls } = registers;
  const title = heading(2, 'dataoverfoersler', '2.3', 'Kontrol af dataoverførsler fra fagsystemer');
  if (controls.length === 0) {
    return [
      title,
      paragraph(
        isConfirmedNone(state, committee.code, 'systemafstemninger')
          ? `${committee.name} har ingen fagsystemer, der overfører data til ${erpOf(installation)} eller ${debtorOf(installation)}.`
          : `Der er ikke registreret nogen kontrol af dataoverførsler for ${committee.name} i ${year}, og det er ikke bekræftet, at udvalget ingen fagsystemer har. Rapporten kan derfor ikke sige, om overførslerne stemmer.`,
      ),
    ];
  }
  const isTo = (line: TransferControl, system: string) =>
    line.receiver.trim().toLowerCase() === system.trim().toLowerCase();
  const toErp = controls.filter((line) => isTo(line, installation.erpSystem));
  const toDebtor = controls.filter((line) => !toErp.includes(line) && isTo(line, installation.debtorSystem));
  const toOthers = controls.filter((line) => !toErp.includes(line) && !toDebtor.includes(line));
  return [
    title,
    paragraph(
      'Ejerne af de fagsystemer, der leverer data til økonomisystemet og debitorsystemet, kontrollerer, at overførslerne er fuldstændige.',
      `Afsnittet viser kontrollen ved udgangen af ${year}.`,
    ),
    ...tellReceiver(CONTROL_HEADINGS.erp, erpOf(installation), installation.erpSystem, toErp),
    ...tellReceiver(CONTROL_HEADINGS.debtor, debtorOf(installation), installation.debtorSystem, toDebtor),
    ...tellOthers(toOthers),
    ...(controls.some((line) => line.difference !== 0n)
      ? [
          heading(3, 'differencer', '', 'Differencer og opfølgning'),
          table('systemafstemninger', [{ column: null, text: `Differencer under ${THRESHOLD} er ikke beskrevet.` }]),
        ]
      : []),
  ];
}

/** A section on one receiving system; none while the settings do not name it, since no control can be told to be its. */
function tellReceiver(id: string, title: string, system: string, controls: TransferControl[]): Block[] {
  return system === '' ? [] : [heading(3, id, '', `Til ${title}`), paragraph(...tellControls(controls, system))];
}

/** Which transfers to `receiver` agree and which differ, in words; none registered is not "all agree" (domain.md). */
function tellControls(controls: TransferControl[], receiver: string): string[] {
  if (controls.length === 0) return [`Der er ikke registreret nogen kontrol af overførsler til ${receiver}.`];
  const differing = controls.filter((line) => line.difference !== 0n);
  const agreeing = controls.filter((line) => line.difference === 0n);
  const differences = differing.map(tellDifference);
  if (agreeing.length === 0) return differences;
  const systems = joinWords([...new Set(agreeing.map((line) => line.sourceSystem))]);
  return [
    ...differences,
    differing.length === 0
      ? `Alle registrerede overførsler til ${receiver} stemmer: ${systems}.`
      : `De øvrige registrerede overførsler stemmer: ${systems}.`,
  ];
}

function tellOthers(controls: TransferControl[]): Block[] {
  if (controls.length === 0) return [];
  const receivers = Map.groupBy(controls, (line) => line.receiver);
  return [
    heading(3, CONTROL_HEADINGS.others, '', 'Til andre systemer'),
    list([...receivers].map(([receiver, own]) => `${receiver}: ${tellControls(own, receiver).join(' ')}`)),
  ];
}
