import { PLAN_COLUMNS, STATE_WORDS } from '#lib/format/plan-columns.ts';

/** What whoever is responsible reads beside the plans: what it is about, and what to do. `after`: the balance date in words. */
export function instructionLines(after: string): [string, string][] {
  const { problem, responsible, activity, deadline, consequence, state, on, reason } = PLAN_COLUMNS;
  return [
    [
      'Hvad det er',
      'Arket Handleplaner har de forhold på balancen, som du er ansvarlig for, med en linje for hver aktivitet.',
    ],
    [
      'Hvad du gør',
      'Udfyld eller ret de gule felter, gem filen, og send den tilbage til den, du fik den af. De grå felter er låst.',
    ],
    [problem, 'Hvad er galt, så andre kan forstå det. Står på forholdets første linje.'],
    [responsible, 'Hvem der er ansvarlig for, at det kommer i orden. Højst 200 tegn.'],
    [activity, 'Hvad der skal gøres.'],
    [deadline, `Hvornår det er gjort. En dato efter balancedatoen ${after}.`],
    [consequence, 'Den regnskabsmæssige risiko, indtil det er gjort.'],
    [
      state,
      `${STATE_WORDS.open}: mangler endnu. ${STATE_WORDS.done}: gjort. ${STATE_WORDS.dropped}: skal ikke gøres alligevel.`,
    ],
    [on, `Dagen, hvis status er ${STATE_WORDS.done}. Uden dato gælder den dag, filen hentes ind.`],
    [reason, `Skriv hvorfor, hvis status er ${STATE_WORDS.dropped}, eller hvis en deadline flyttes.`],
    ['Linjer', 'Du kan filtrere. Slet, kopiér og flyt ikke linjer: så kan de ikke kendes igen.'],
    ['Beløb', 'Beløb, konti og kategorier rettes ikke her. Er de forkerte, så sig det til regnskabsmedarbejderen.'],
    ['Personnumre', 'Skriv ikke personnumre. De må ikke stå i rapporten.'],
  ];
}
