/** How far a report is: a draft while a blocking check fails, then ready, then frozen, then published (product.md, rule 9). */
export const REPORT_STATUSES = ['udkast', 'klar', 'endelig', 'offentliggjort'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** The open edition can leave out what the law keeps from the public; the closed one is whole. */
export const EDITIONS = ['open', 'closed'] as const;
export type Edition = (typeof EDITIONS)[number];

/** What is kept out of the open edition, and on what ground: the account's number of a finding, or `<table>.<column>`. */
export interface Redaction {
  kind: 'finding' | 'column';
  target: string;
  /** The law, such as `offentlighedslovens § 30, nr. 2`. */
  ground: string;
}
