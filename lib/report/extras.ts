import { type Brand, NO_BRAND } from '#lib/domain/brand.ts';
import type { Acknowledgement, ReportText } from '#lib/domain/report-text.ts';
import type { CommitteeRedaction, Redaction } from '#lib/domain/report-version.ts';
import type { CategoriesOfYear, LastYear } from './last-year.ts';

/** A document's name as people gave it, and what it is on. */
interface AttachmentName {
  name: string;
  /** The account that it is on; null: a register's line. */
  account: string | null;
  /** The committee whose finding it is on. */
  committee: string | null;
  /** The register's line that it is on. */
  lineId: number | null;
}

/**
 * What a committee's report is made of beside the period's state: what people wrote for it and decided about it. Texts
 * are those of all committees and the committee's own, in no order.
 */
export interface ReportExtras {
  texts: readonly ReportText[];
  acknowledgements: readonly Acknowledgement[];
  redactions: readonly Redaction[];
  /** What other committees leave out of their open editions of the year. */
  othersRedactions: readonly CommitteeRedaction[];
  brand: Brand;
  attachmentNames: readonly AttachmentName[];
  /** null where the system does not hold the year before. */
  lastYear: LastYear | null;
  /** What is known of the years before that, newest first. */
  earlierYears: readonly CategoriesOfYear[];
}

export const NO_EXTRAS: ReportExtras = {
  texts: [],
  acknowledgements: [],
  redactions: [],
  othersRedactions: [],
  brand: NO_BRAND,
  attachmentNames: [],
  lastYear: null,
  earlierYears: [],
};
