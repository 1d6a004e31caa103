import { type ReportText, SHARED, type TextDocument } from '#lib/domain/report-text.ts';

/** A text of 2023 as somebody wrote it: the shared one of *Ændret regnskabspraksis* unless `parts` say otherwise. */
export function writtenText(document: TextDocument, parts: Partial<ReportText> = {}): ReportText {
  return {
    fiscalYear: 2023,
    owner: SHARED,
    place: 'aendret-regnskabspraksis',
    document,
    version: 1,
    status: 'approved',
    unchangedSince: null,
    updatedByName: 'Demo Skribent',
    updatedAt: '2024-02-01T10:00:00.000Z',
    assigneeId: null,
    deadline: null,
    ...parts,
  };
}

/** A text of one paragraph. */
export function proseOf(text: string): TextDocument {
  return [{ kind: 'paragraph', content: [{ kind: 'text', text }] }];
}
