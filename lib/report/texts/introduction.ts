import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { formatKroner, formatThousands } from '#lib/format/amount.ts';
import { formatDateInProse } from '#lib/format/date.ts';
import type { Material } from '../material.ts';
import type { Block, ConceptsFigure, FigureBox } from '../model.ts';
import { heading, list, paragraph } from './blocks.ts';
import { erpOf } from './system-names.ts';
import { countAccounts } from './words.ts';

/** The introduction: purpose, concepts with their figure, what each section holds (product.md, the annual report). */
export function writeIntroduction(material: Material): Block[] {
  return [
    heading(1, 'indledning', '', 'Indledning'),
    ...purpose(material),
    ...concepts(material),
    ...contents(material),
  ];
}

function purpose({ state, installation, committee, year }: Material): Block[] {
  const { month, balanceDate } = state.period;
  const period = month > 12 ? `supplementsperiode ${month}` : `periode ${month}`;
  return [
    heading(2, 'formaal', '', 'Formål'),
    paragraph(
      `Rapporten viser ${committee.name}, hvordan kommunens balance er afstemt ved udgangen af regnskabsåret ${year}, og hvilke poster på udvalgets område der kræver opfølgning.`,
      'Den skal give udvalget grundlag for at vurdere, om balancen er veldokumenteret, og om de aftalte handleplaner er tilstrækkelige.',
    ),
    paragraph(
      `Tallene stammer fra ${erpOf(installation)} og er opgjort pr. ${formatDateInProse(balanceDate)} (${period} i ${year}).`,
      `Afsnit 1 omfatter hele kommunen; afsnit 2–5 omfatter udvalgets eget område.`,
    ),
  ];
}

function concepts(material: Material): Block[] {
  const threshold = formatKroner(PLAN_THRESHOLD);
  return [
    heading(2, 'begreber', '', 'Begreber'),
    paragraph(
      'At afstemme en konto er at holde dens saldo op imod dokumentation, for eksempel et kontoudtog eller en specifikation af de poster, saldoen består af.',
      'Resultatet er en kategori:',
    ),
    list([
      'Kategori 1, afstemt uden bemærkninger: Saldoen er dokumenteret, eller afvigelsen er på få øre. Eventuelle udestående poster er kendt og skyldes almindelig drift, tidsforskydning eller sædvanlig sagsbehandlingstid.',
      'Kategori 2, afstemt til opfølgning: Saldoen er afstemt, men der er poster, som endnu ikke er bragt på plads, eller som der mangler en opfølgning på.',
      'Kategori 3, ikke afstemt: En difference kan ikke specificeres, eller dokumentationen er mangelfuld.',
    ]),
    paragraph(
      'Opfølgningsbeløbet er nettosummen af de poster i kategori 2 og 3, der skal følges op på. Resten af saldoen hører til kategori 1.',
      `En post er ældre end ét år, når den er bogført senest den ${formatDateInProse(material.facts.limit)}; den beholder sin oprindelige bogføringsdato, så længe den er åben.`,
      'Fordi beløbene er nettosummer, kan den ældre del være større end det samlede beløb eller have modsat fortegn.',
    ),
    paragraph(
      'En handleplan beskriver problemet, de aktiviteter, der skal løse det, hvem der er ansvarlig, og hvornår kontoen igen kan være i kategori 1.',
      'For kategori 3 beskriver den også konsekvensen, det vil sige risikoen for fejl i regnskabet.',
      `Handleplaner er beskrevet, når posterne tilsammen udgør mindst ${threshold} kr. uden hensyn til fortegn.`,
    ),
    {
      kind: 'figure',
      caption: 'Fra hele balancen til poster, der er ældre end ét år',
      figure: drawConcepts(material),
    },
    paragraph(
      'Aktiver vises med positivt fortegn, gæld og egenkapital med negativt. Hele balancen skal derfor summe til nul.',
      'Beløb i tabeller er i hele tusinde kroner (t.kr.) eller i hele kroner (kr.), som det fremgår af kolonnen. Hvert beløb er afrundet for sig, så en total kan afvige fra summen af de viste tal.',
    ),
  ];
}

/** The figure's three levels: whole balance → categories → items older and not older than one year. */
function drawConcepts({ facts, overview }: Material): ConceptsFigure {
  const { followUp, older } = facts.total;
  const amount = (ore: bigint) => `${formatThousands(ore)} t.kr.`;
  const category = (id: 1 | 2 | 3, name: string): FigureBox => ({
    label: `Kategori ${id}: ${name}`,
    detail: `${countAccounts(overview.categories[id].accounts)}, ${amount(overview.categories[id].net)}`,
    category: id,
  });
  const ages = ([2, 3] as const).flatMap((id): FigureBox[] => [
    { label: 'Ældre end ét år', detail: amount(older[id]), category: id },
    { label: 'Højst ét år gamle', detail: amount(followUp[id] - older[id]), category: id },
  ]);
  const levels: FigureBox[][] = [
    [
      {
        label: 'Kommunens balance',
        detail: `${countAccounts(facts.total.accounts)}, ${amount(facts.total.balance)}`,
        category: null,
      },
    ],
    [category(1, 'afstemt uden bemærkninger'), category(2, 'afstemt til opfølgning'), category(3, 'ikke afstemt')],
    ages,
  ];
  const inWords = (box: FigureBox) => `${box.label} (${box.detail})`;
  const [balance = [], categories = []] = levels;
  const agesInWords = ages.map((box) => `kategori ${box.category}: ${inWords(box).toLowerCase()}`).join('; ');
  return {
    alternativeText: `Figuren har tre niveauer. Øverst: ${balance.map(inWords).join('')}. Balancen deles i tre kategorier: ${categories.map(inWords).join('; ')}. Posterne til opfølgning deles efter alder: ${agesInWords}.`,
    levels,
  };
}

function contents({ committee }: Material): Block[] {
  return [
    heading(2, 'rapportens-opbygning', '', 'Rapportens opbygning'),
    list([
      `Afsnit 1 viser, hvordan kommunens balance er afstemt, og hvad der kræver opmærksomhed på tværs af kommunen.`,
      `Afsnit 2 gennemgår de balanceposter, som ${committee.name} har til opfølgning, med handleplaner og kontrol af dataoverførsler fra fagsystemer.`,
      'Afsnit 3 viser årets afskrivninger.',
      'Afsnit 4 viser periodiserede poster, og hvilke der mangler dokumentation.',
      'Afsnit 5 viser bevægelser, der er bogført på balancen direkte på egenkapitalen.',
    ]),
  ];
}
