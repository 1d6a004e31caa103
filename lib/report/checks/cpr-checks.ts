import { type CprSuspicion, findCprNumbers, maskCprNumbers } from '#lib/domain/cpr.ts';
import { standingSteps } from '#lib/domain/finding.ts';
import { CONFIRMABLE_REGISTERS, type ConfirmableRegister } from '#lib/domain/register.ts';
import type { TextDocument } from '#lib/domain/report-text.ts';
import { compareDanish } from '#lib/format/sort.ts';
import type { ReportExtras } from '../extras.ts';
import type { Material } from '../material.ts';
import type { Check, CheckPlace } from '../model.ts';
import { tellPersonalNumbers, tellPossibleNumbers } from '../texts/check-texts.ts';
import { linesOf } from '../texts-written/lines.ts';
import { findCprInText } from './cpr-in-text.ts';
import { accountPlace, listing, sortPlaces } from './listing.ts';
import { nameControl } from './register-checks.ts';
import { byTextPlace } from './text-place.ts';

/** Something that is looked through, and where it stands. */
interface Scanned {
  text: string | TextDocument;
  /** The field, in Danish; '' where the place says it. */
  field: string;
  place: CheckPlace;
  /** A name or reference that comes from elsewhere, where ten digits can be a voucher's. */
  isReference: boolean;
}

/**
 * Personal numbers stop publication (product.md, rule 13). A valid date and four digits are enough in what people
 * wrote, which can be put in other words. In names and references ten digits in a row whose check digit fails may be a
 * voucher's number that nobody here can change: those are pointed out, and a person judges.
 */
export function checkPersonalNumbers(material: Material, extras: ReportExtras): Check[] {
  const certain: CheckPlace[] = [];
  const possible: CheckPlace[] = [];
  for (const { text, field, place, isReference } of listScanned(material, extras)) {
    const isText = typeof text === 'string';
    for (const suspicion of isText ? findCprNumbers(text) : findCprInText(text)) {
      const note = place.note || [suspicion.masked, field].filter((part) => part !== '').join(' i ');
      const isPossible = isReference && isText && isBareReference(text, suspicion);
      (isPossible ? possible : certain).push({ ...place, note });
    }
  }
  return [
    listing('cpr', certain, tellPersonalNumbers(certain.length)),
    listing('cpr-mulige', possible, tellPossibleNumbers(possible.length), 'warning'),
  ];
}

function isBareReference(text: string, { at, nearCertain }: CprSuspicion): boolean {
  return !nearCertain && /^\d{10}/.test(text.slice(at));
}

function listScanned(material: Material, extras: ReportExtras): Scanned[] {
  const accounts = accountsOf(material);
  return [
    ...listTexts(extras),
    ...listNames(material, accounts),
    ...listPlans(material),
    ...listOlder(material),
    ...listRegisterLines(material),
    ...listDocuments(material, extras, accounts),
  ];
}

/** The accounts that the committee answers for, and those that it has findings on. */
function accountsOf({ state, committee, findings }: Material): Set<string> {
  const own = [...state.responsibilities.values()].filter((one) => one.committee === committee.code);
  return new Set([...own.map(({ account }) => account), ...findings.map(({ account }) => account.number)]);
}

/** What texts say, and where their links lead: that is in every file as well, and digits in it can be a case's number. */
function listTexts({ texts }: ReportExtras): Scanned[] {
  return texts.toSorted(byTextPlace).flatMap(({ place, owner, document }): Scanned[] => {
    const links = linesOf(document).flatMap(({ line }) =>
      line.flatMap((inline) => (inline.kind === 'text' && inline.link !== undefined ? [inline.link] : [])),
    );
    const at: CheckPlace = { kind: 'text', place, owner, note: '' };
    return [
      { text: document, field: '', place: at, isReference: false },
      ...[...new Set(links)].map((text) => ({ text, field: 'link', place: at, isReference: true })),
    ];
  });
}

function listNames({ state }: Material, accounts: ReadonlySet<string>): Scanned[] {
  const named = state.accounts.filter(({ number }) => accounts.has(number));
  const names = new Map(named.map(({ number, name }) => [number, name]));
  return sortPlaces(named.map(({ number }) => accountPlace(number))).flatMap((place): Scanned[] => {
    const text = place.kind === 'account' ? (names.get(place.account) ?? '') : '';
    return [{ text, field: 'kontonavn', place, isReference: true }];
  });
}

function listPlans({ findings }: Material): Scanned[] {
  const byAccount = findings.map(({ account, finding }) => ({
    finding,
    place: { kind: 'finding', account: account.number, committee: finding.committee, note: '' } satisfies CheckPlace,
  }));
  const order = new Map(sortPlaces(byAccount.map(({ place }) => place)).map((place, index) => [place, index]));
  return byAccount
    .toSorted((left, right) => (order.get(left.place) ?? 0) - (order.get(right.place) ?? 0))
    .flatMap(({ finding, place }) => {
      const scan = (field: string, text: string): Scanned => ({ text, field, place, isReference: false });
      return [
        scan('problem', finding.problem),
        scan('ansvarlig', finding.responsible),
        scan('tema', finding.theme),
        ...standingSteps(finding).flatMap((step) => [
          scan('aktivitet', step.activity),
          scan('konsekvens', step.consequence),
        ]),
      ];
    });
}

/** What the list of amounts older than one year prints of other committees' findings, in every committee's report. */
function listOlder({ facts, committee }: Material): Scanned[] {
  const others = facts.findings.filter(
    ({ finding, older }) => finding.committee !== committee.code && (older[2] !== 0n || older[3] !== 0n),
  );
  return others
    .map(({ account, finding }) => ({
      finding,
      place: { kind: 'finding', account: account.number, committee: finding.committee, note: '' } satisfies CheckPlace,
    }))
    .sort(
      (left, right) =>
        compareDanish(left.place.account, right.place.account) ||
        compareDanish(left.place.committee, right.place.committee),
    )
    .flatMap(({ finding, place }): Scanned[] => [
      { text: finding.responsible.split('/', 1)[0] ?? '', field: 'ansvarlig', place, isReference: false },
      { text: finding.theme, field: 'tema', place, isReference: false },
    ]);
}

function listRegisterLines({ registers }: Material): Scanned[] {
  const scan = (register: CheckPlace & { kind: 'register' }, field: string, text: string, isReference = false) => ({
    text,
    field,
    place: register,
    isReference,
  });
  const at = (register: ConfirmableRegister) => ({ kind: 'register', register, note: '' }) as const;
  const movements = (['periodiserede-poster', 'egenkapital'] as const).flatMap((register) =>
    (register === 'egenkapital' ? registers.equityMovements : registers.accruals).flatMap((line) => [
      scan(at(register), 'navn', line.name, true),
      scan(at(register), 'tekst', line.text),
      scan(at(register), 'forklaring', line.explanation),
      scan(at(register), 'dokumentation', line.documentation, true),
    ]),
  );
  return [
    ...registers.controls.flatMap((line) => [
      scan(at('systemafstemninger'), 'system', nameControl(line)),
      scan(at('systemafstemninger'), 'ansvarlig', line.responsible),
      scan(at('systemafstemninger'), 'aktivitet', line.activity),
      scan(at('systemafstemninger'), 'deadline', line.deadline),
      scan(at('systemafstemninger'), 'konsekvens', line.consequence),
    ]),
    ...registers.writeOffs.flatMap((line) => [
      scan(at('afskrivninger'), 'modpost', line.counterName, true),
      scan(at('afskrivninger'), 'bevilling', line.appropriation),
    ]),
    ...movements,
  ];
}

function listDocuments(
  { state, committee }: Material,
  { attachmentNames }: ReportExtras,
  accounts: ReadonlySet<string>,
): Scanned[] {
  const registerOf = new Map(
    CONFIRMABLE_REGISTERS.flatMap((register) => {
      const lines: readonly { id: number; content: { committee: string } }[] = state.registers[register];
      return lines
        .filter(({ content }) => content.committee === committee.code)
        .map(({ id }) => [id, register] as const);
    }),
  );
  const placeOf = (account: string | null, lineId: number | null, note: string): CheckPlace | null => {
    if (account !== null) return accounts.has(account) ? { kind: 'document', account, register: null, note } : null;
    const register = lineId === null ? undefined : registerOf.get(lineId);
    return register ? { kind: 'document', account: null, register, note } : null;
  };
  return attachmentNames.flatMap(({ name, account, lineId }): Scanned[] => {
    const place = placeOf(account, lineId, maskCprNumbers(name));
    return place ? [{ text: name, field: '', place, isReference: true }] : [];
  });
}
