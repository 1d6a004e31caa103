/** The columns of the workbook of action plans by their headings, in order; the last is hidden. */
export const PLAN_COLUMNS = {
  account: 'Konto',
  accountName: 'Kontonavn',
  category: 'Kategori',
  theme: 'Tema',
  followUp: 'Til opfølgning, kr.',
  older: 'Heraf ældre end 1 år, kr.',
  problem: 'Problem',
  responsible: 'Ansvarlig',
  activity: 'Aktivitet',
  deadline: 'Deadline',
  consequence: 'Konsekvens',
  state: 'Status',
  on: 'Udført den',
  reason: 'Begrundelse',
  key: 'Rækkenøgle',
} as const;
export type PlanColumn = keyof typeof PLAN_COLUMNS;

/** The words by which a step's state is chosen. */
export const STATE_WORDS = { open: 'Åben', done: 'Udført', dropped: 'Bortfaldet' } as const;
