import { loadOrganisation } from '#lib/db/organisation.ts';
import { findReportPeriod, findYearStatus } from '#lib/db/periods.ts';
import { listReportTexts } from '#lib/db/report-texts.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE, may, maySomewhere } from '#lib/domain/permissions.ts';
import {
  isEmptyText,
  SHARED,
  TEXT_PLACES,
  type TextOwner,
  type TextPlace,
  type TextStatus,
} from '#lib/domain/report-text.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import type { Context } from './context.ts';
import { findEarlierTexts } from './find-earlier-text.ts';

/** How many places of an owner have a text of each status, and how many none. */
export interface TextCount {
  owner: TextOwner;
  counts: Record<TextStatus | 'missing', number>;
  /** At how many places the actor can take last year's text over, since nothing is written there. */
  canTakeOver: number;
}

/** How far the texts of a year's reports are: those of all committees first, then of each whose report the actor sees. */
export async function countReportTexts({ store, actor }: Context, fiscalYear: number): Promise<TextCount[]> {
  const db = store.read;
  if (!(await findReportPeriod(db, fiscalYear)) || !maySomewhere(actor, 'seeReport')) return [];
  const { committees, administrations } = await loadOrganisation(db, fiscalYear);
  const visible = committees.filter(({ code }) => may(actor, 'seeReport', placeOfCommittee(code, administrations)));
  const owners = [SHARED, ...visible.map(({ code }) => code)];
  const [texts, yearStatus] = await Promise.all([
    listReportTexts(db, fiscalYear, owners),
    findYearStatus(db, fiscalYear),
  ]);
  const isOpen = refusalOf(yearStatus, false) === null;
  const countEarlier = async (owner: TextOwner, written: ReadonlySet<TextPlace>) => {
    const place = owner === SHARED ? EVERYWHERE : placeOfCommittee(owner, administrations);
    if (!isOpen || !may(actor, 'writeText', place)) return 0;
    const earlier = await findEarlierTexts(db, fiscalYear, owner);
    return TEXT_PLACES.filter((one) => earlier.has(one) && !written.has(one)).length;
  };
  const counted = owners.map(async (owner) => {
    const written = new Set<TextPlace>();
    const counts = { missing: TEXT_PLACES.length, draft: 0, ready: 0, approved: 0 };
    for (const text of texts) {
      if (text.owner !== owner || isEmptyText(text.document)) continue;
      written.add(text.place);
      counts[text.status] += 1;
      counts.missing -= 1;
    }
    return { owner, counts, canTakeOver: await countEarlier(owner, written) };
  });
  return Promise.all(counted);
}
