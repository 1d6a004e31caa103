import { sum } from '#lib/domain/money.ts';
import {
  type AccountMovement,
  type ConfirmableRegister,
  lacksDocumentation,
  type MovementRegister,
  type WriteOffKind,
} from '#lib/domain/register.ts';
import { formatCount } from '#lib/format/amount.ts';
import { isConfirmedNone } from '../checks/register-checks.ts';
import type { Material } from '../material.ts';
import type { Block, TableId } from '../model.ts';
import { chartNote, heading, paragraph, table } from './blocks.ts';
import { amountOf, capitalize, countOf } from './words.ts';

/** The three kinds of write-off: their table, its title, and how prose names them. */
export const WRITE_OFF_SECTIONS: readonly {
  kind: WriteOffKind;
  table: TableId;
  title: string;
  inProse: string;
}[] = [
  {
    kind: 'drift',
    table: 'afskrivninger-drift',
    title: 'Afskrivninger over driften',
    inProse: 'afskrivninger over driften',
  },
  {
    kind: 'balance',
    table: 'afskrivninger-balance',
    title: 'Afskrivninger direkte på balancen',
    inProse: 'afskrivninger direkte på balancen',
  },
  { kind: 'øvrige', table: 'afskrivninger-oevrige', title: 'Øvrige afskrivninger', inProse: 'øvrige afskrivninger' },
];

/** Section 3: write-offs over operations, directly on the balance, other (product.md, the annual report). */
export function writeWriteOffSection(material: Material): Block[] {
  const { committee, year, registers } = material;
  const title = heading(1, 'afskrivninger', '3', 'Afskrivninger');
  const { writeOffs } = registers;
  if (writeOffs.length === 0) {
    return [
      title,
      paragraph(
        tellNone(material, 'afskrivninger', 'afskrivninger', `${committee.name} har ikke afskrevet beløb i ${year}.`),
      ),
    ];
  }
  const amount = sum(writeOffs.map((line) => line.amount));
  return [
    title,
    paragraph(
      `${committee.name} har i ${year} afskrevet ${amountOf(amount)}.`,
      'Afskrivningerne er vist efter, hvor modposten er bogført.',
    ),
    ...WRITE_OFF_SECTIONS.flatMap((section, index): Block[] => {
      const own = writeOffs.filter((line) => line.kind === section.kind);
      return [
        heading(2, section.table, `3.${index + 1}`, section.title),
        own.length > 0
          ? table(section.table, [chartNote('afskrevet-paa')])
          : paragraph(`Blandt de registrerede afskrivninger er der ingen ${section.inProse}.`),
      ];
    }),
  ];
}

/** Section 4: accrued items without documentation. */
export function writeAccrualSection(material: Material): Block[] {
  return writeMovements(material, material.registers.accruals, {
    register: 'periodiserede-poster',
    number: '4',
    title: 'Periodiserede poster',
    singular: 'periodiseret post',
    plural: 'periodiserede poster',
    nothing: 'periodiserede poster, der mangler dokumentation',
    none: `${material.committee.name} har ikke periodiseret poster uden dokumentation i ${material.year}.`,
  });
}

/** Section 5: movements posted directly on equity. */
export function writeEquitySection(material: Material): Block[] {
  return writeMovements(material, material.registers.equityMovements, {
    register: 'egenkapital',
    number: '5',
    title: 'Bevægelser på balancen',
    singular: 'bevægelse bogført direkte på egenkapitalen',
    plural: 'bevægelser bogført direkte på egenkapitalen',
    nothing: 'bevægelser bogført direkte på egenkapitalen',
    none: `${material.committee.name} har ikke bogført bevægelser direkte på egenkapitalen i ${material.year}.`,
  });
}

interface MovementSection {
  register: MovementRegister;
  number: string;
  title: string;
  singular: string;
  plural: string;
  /** What is not registered where there is no line. */
  nothing: string;
  /** What a person has confirmed. */
  none: string;
}

function writeMovements(material: Material, movements: AccountMovement[], section: MovementSection): Block[] {
  const title = heading(1, section.register, section.number, section.title);
  if (movements.length === 0) {
    return [title, paragraph(tellNone(material, section.register, section.nothing, section.none))];
  }
  const lacking = movements.filter(lacksDocumentation);
  const all = lacking.length === movements.length ? LACKING_END : '';
  return [
    title,
    paragraph(
      `${capitalize(material.committee.name)} har ${countOf(movements.length, section.singular, section.plural)}${all}. Beløbet er netto ${netOf(movements)}.`,
      all === '' ? tellLacking(lacking, movements.length) : '',
    ),
    table(section.register, [chartNote('im-funktion')]),
  ];
}

const LACKING_END = ', der mangler dokumentation';

const netOf = (movements: AccountMovement[]): string => amountOf(sum(movements.map((line) => line.amount)));

/** How many of several lines nothing shows to be right. */
function tellLacking(lacking: AccountMovement[], all: number): string {
  if (lacking.length > 0)
    return `${formatCount(lacking.length)} af dem mangler dokumentation, netto ${netOf(lacking)}.`;
  return all === 1 ? 'Dokumentationen er nævnt i tabellen.' : 'Dokumentationen til hver af dem er nævnt i tabellen.';
}

/** Sentences of a section on movements without the amount of some of its lines, which tells those of single ones. */
export function withoutPartialNet(text: string): string {
  return text.replace(/( af dem mangler dokumentation), netto -?[\d.,]+ (?:t\.|mio\. )kr\./, '$1.');
}

/** Sentences of a section on movements without the one that says where their documentation is named. */
export function withoutNamedDocumentation(text: string): string {
  return text.replace(/ Dokumentationen (?:til hver af dem )?er nævnt i tabellen\./, '');
}

/** None registered is not none: only a person's confirmation lets the report say that there is none (domain.md). */
function tellNone(material: Material, register: ConfirmableRegister, plural: string, confirmed: string): string {
  const { state, committee, year } = material;
  return isConfirmedNone(state, committee.code, register)
    ? confirmed
    : `For ${committee.name} er der ikke registreret ${plural}. Det er endnu ikke bekræftet, at der ingen er i ${year}.`;
}
