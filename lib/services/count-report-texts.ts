import { loadOrganisation } from '#lib/db/organisation.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { listReportTexts } from '#lib/db/report-texts.ts';
import { may, maySomewhere } from '#lib/domain/permissions.ts';
import { isEmptyText, SHARED, TEXT_PLACES, type TextOwner, type TextStatus } from '#lib/domain/report-text.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';

/** How many places of an owner have a text of each status, and how many none. */
export interface TextCount {
  owner: TextOwner;
  counts: Record<TextStatus | 'missing', number>;
}

/** How far the texts of a year's reports are: those of all committees first, then of each whose report the actor sees. */
export async function countReportTexts({ store, actor }: Context, fiscalYear: number): Promise<TextCount[]> {
  const db = store.read;
  if (!(await findReportPeriod(db, fiscalYear)) || !maySomewhere(actor, 'seeReport')) return [];
  const { committees, administrations } = await loadOrganisation(db, fiscalYear);
  const visible = committees.filter(({ code }) => may(actor, 'seeReport', placeOfCommittee(code, administrations)));
  const owners = [SHARED, ...visible.map(({ code }) => code)];
  const texts = await listReportTexts(db, fiscalYear, owners);
  return owners.map((owner) => {
    const counts = { missing: TEXT_PLACES.length, draft: 0, ready: 0, approved: 0 };
    for (const text of texts) {
      if (text.owner !== owner || isEmptyText(text.document)) continue;
      counts[text.status] += 1;
      counts.missing -= 1;
    }
    return { owner, counts };
  });
}
