import { isEmptyText, type ReportText, SHARED } from '#lib/domain/report-text.ts';
import type { ReportExtras } from '../extras.ts';
import type { Check, CheckPlace } from '../model.ts';
import { tellTexts, tellUnapprovedTexts, tellUnchangedTexts } from '../texts/check-texts.ts';
import { listing } from './listing.ts';
import { byTextPlace } from './text-place.ts';

/** Texts that were begun or given to somebody are done; done ones should be read by another and speak of this year. */
export function checkTexts({ texts }: ReportExtras): Check[] {
  const sorted = texts.toSorted(byTextPlace);
  const drafts = sorted.filter(
    ({ status, document, assigneeId }) => status === 'draft' && (assigneeId !== null || !isEmptyText(document)),
  );
  const written = sorted.filter(({ document }) => !isEmptyText(document));
  const unapproved = written.filter(({ status }) => status === 'ready');
  const unchanged = written.filter(({ unchangedSince, status }) => unchangedSince !== null && status !== 'approved');
  return [
    listing('tekster', drafts.map(placeOf), tellTexts(drafts.length)),
    listing('tekster-godkendelse', unapproved.map(placeOf), tellUnapprovedTexts(unapproved.length), 'warning'),
    listing(
      'tekster-uaendrede',
      unchanged.map((text) => ({ ...placeOf(text), note: `fra ${text.unchangedSince}` })),
      tellUnchangedTexts(unchanged.length),
      'warning',
    ),
  ];
}

function placeOf({ place, owner }: ReportText): CheckPlace {
  return { kind: 'text', place, owner, note: owner === SHARED ? 'fælles tekst' : '' };
}
