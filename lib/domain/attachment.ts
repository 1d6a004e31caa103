/** What an attachment's bytes can be. */
export const DOCUMENT_KINDS = ['pdf', 'xlsx', 'csv', 'docx', 'msg', 'eml', 'png', 'jpg', 'txt'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Kinds that a page can show without opening them in another program. */
export const SHOWN_KINDS: ReadonlySet<DocumentKind> = new Set(['pdf', 'png', 'jpg']);

/** The largest attachment, in bytes. */
export const LARGEST_DOCUMENT = 25 * 1024 * 1024;

/** The longest name of an attachment, in bytes of UTF-8: what every file system takes with something before it. */
export const LONGEST_DOCUMENT_NAME = 200;

/** Where in a document something was seen. */
export type DocumentPlace =
  | { in: 'name' }
  | { in: 'line'; line: number }
  | { in: 'page'; page: number }
  | { in: 'paragraph'; paragraph: number }
  | { in: 'cell'; sheet: string; cell: string }
  /** Another part of an Office file, such as its comments or a footer. */
  | { in: 'part'; part: string };

/** Something like a CPR number (cpr.ts), as it may be shown. */
export interface Suspicion {
  place: DocumentPlace;
  masked: string;
  nearCertain: boolean;
}

/**
 * How far a document's text was searched: whole; in part (an e-mail's encoded parts are not); it has no text, such as
 * a scan; it is under a password; it took too long or too much; its kind has no text to search.
 */
export const SEARCH_OUTCOMES = ['searched', 'partly', 'no-text', 'protected', 'gave-up', 'not-searchable'] as const;
export type SearchOutcome = (typeof SEARCH_OUTCOMES)[number];

/** What the search for CPR numbers found in a document and its name. */
export interface DocumentSearch {
  outcome: SearchOutcome;
  /** All that was seen. */
  count: number;
  /** The first of them. */
  found: Suspicion[];
}

/** What a document is attached to. */
export type AttachmentTarget =
  | { target: 'account'; periodId: string; account: string }
  /** An account's finding for one committee. */
  | { target: 'finding'; periodId: string; account: string; committee: string }
  | { target: 'item'; periodId: string; account: string; itemKey: string }
  /** A line of the transfer controls; of the fiscal year, seen from one of its periods. */
  | { target: 'transferControl'; periodId: string; lineId: number }
  /** A line of the registers of sections 3–5; of the fiscal year, too. */
  | { target: 'registerLine'; periodId: string; lineId: number };

/** A document as it was attached. Who removed it, when and why stays; so do its bytes, until they are disposed of. */
export interface Attachment {
  id: number;
  sha256: string;
  name: string;
  kind: DocumentKind;
  bytes: number;
  target: AttachmentTarget['target'];
  /** The period it was attached in; null for what belongs to the fiscal year. */
  periodId: string | null;
  fiscalYear: number;
  account: string | null;
  /** The committee of the finding that it, or its item, belongs to. */
  committee: string | null;
  itemKey: string | null;
  lineId: number | null;
  search: DocumentSearch;
  addedBy: string;
  addedByName: string;
  /** ISO time, UTC */
  addedAt: string;
  removed: { at: string; byName: string; reason: string } | null;
  /** The bytes are gone: their term had run out. */
  disposedAt: string | null;
}
