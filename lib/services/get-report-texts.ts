import { listDraftsUnder, type StoredDraft, textDraftPlace, textDraftsOf } from '#lib/db/drafts.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { listAcknowledgements, listReportTexts, listTextMoves, type StoredText } from '#lib/db/report-texts.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import { may } from '#lib/domain/permissions.ts';
import {
  type Acknowledgement,
  type ReportText,
  SHARED,
  TEXT_PLACES,
  type TextDocument,
  type TextOwner,
  type TextPlace,
} from '#lib/domain/report-text.ts';
import type { KeptTextDraft } from '#lib/schemas/report-text.ts';
import { findOther } from './approve-text.ts';
import { loadAssignees } from './assignees.ts';
import { actingsFor } from './authorise.ts';
import type { Context } from './context.ts';
import { findEarlierTexts } from './find-earlier-text.ts';
import { oldestDraft } from './kept-draft.ts';
import { toKept } from './kept-text-draft.ts';
import { textSubjectId } from './text-path.ts';
import { findTextHome, type TextHome } from './text-rights.ts';

interface NamedPerson {
  id: string;
  name: string;
}

/** Somebody's word on a text. */
interface Said {
  byName: string;
  /** ISO time, UTC */
  at: string;
}

/** A text as it stands, with what became of it. */
export interface WrittenText extends ReportText {
  /** The reader themselves stored it last. */
  isOwn: boolean;
  assigneeName: string | null;
  approved: Said | null;
  /** Why it was sent back, until its writer is done again. */
  returned: (Said & { reason: string }) | null;
}

/** What stood at the same place in the report of the year before. */
export interface EarlierText extends Pick<ReportText, 'fiscalYear' | 'document' | 'updatedByName' | 'updatedAt'> {
  document: TextDocument;
}

/** One of the two texts of a place. */
export interface TextSide {
  owner: TextOwner;
  /** null: nobody has written it, nor is to. */
  text: WrittenText | null;
  earlier: EarlierText | null;
  /** What the reader themselves has typed and not saved. */
  draft: KeptTextDraft | null;
  may: { write: boolean; approve: boolean; return: boolean };
}

/** A place for text: what is written for all committees, and what the committee adds. */
export interface TextSlot {
  place: TextPlace;
  shared: TextSide;
  own: TextSide;
}

/** The texts of a committee's report as a reader sees them. */
export interface ReportTexts {
  fiscalYear: number;
  periodId: string;
  committee: string;
  /** The year is locked: nothing of it changes. */
  isLocked: boolean;
  /** Every place, in the report's order. */
  slots: TextSlot[];
  acknowledgements: Acknowledgement[];
  /** To whom a text can be given; nobody where the reader may give none. */
  writers: { shared: NamedPerson[]; own: NamedPerson[] };
}

/** The texts of a committee's report; null where the year has no report of it that the actor may see. */
export async function getReportTexts(
  context: Context,
  fiscalYear: number,
  committee: string,
): Promise<ReportTexts | null> {
  const { store, actor } = context;
  const db = store.read;
  if (committee === SHARED) return null;
  const [own, shared] = [
    await findTextHome(db, actor, fiscalYear, committee),
    await findTextHome(db, actor, fiscalYear, SHARED),
  ];
  if (own === null || shared === null) return null;
  const owners = [SHARED, committee];
  const subjectIds = owners.flatMap((owner) => TEXT_PLACES.map((place) => textSubjectId({ fiscalYear, owner, place })));
  const [texts, earlierShared, earlierOwn, acknowledgements, moves, names, drafts, people] = await Promise.all([
    listReportTexts(db, fiscalYear, owners),
    findEarlierTexts(db, fiscalYear, SHARED),
    findEarlierTexts(db, fiscalYear, committee),
    listAcknowledgements(db, fiscalYear, owners),
    listTextMoves(db, subjectIds),
    listPersonNames(db),
    listDraftsUnder(db, actor.personId, textDraftsOf(fiscalYear), oldestDraft(new Date())),
    loadAssignees(db, 'writeText'),
  ]);
  // The last of each stands.
  const lastMoves = new Map(moves.map((move) => [move.subjectId, move]));
  const facts = { fiscalYear, texts, moves: lastMoves, names, drafts };
  const writersAt = ({ place }: TextHome) =>
    may(actor, 'writeText', place)
      ? people.filter((person) => may(person, 'writeText', place)).map(({ id, name }) => ({ id, name }))
      : [];
  return {
    fiscalYear,
    periodId: own.periodId,
    committee,
    isLocked: own.yearStatus === 'locked',
    slots: TEXT_PLACES.map((place) => ({
      place,
      shared: toSide(context, { ...facts, earlier: earlierShared }, shared, SHARED, place),
      own: toSide(context, { ...facts, earlier: earlierOwn }, own, committee, place),
    })),
    acknowledgements,
    writers: { shared: writersAt(shared), own: writersAt(own) },
  };
}

interface Facts {
  fiscalYear: number;
  texts: readonly StoredText[];
  earlier: ReadonlyMap<TextPlace, StoredText>;
  moves: ReadonlyMap<string, AuditEvent>;
  names: ReadonlyMap<string, string>;
  drafts: ReadonlyMap<string, StoredDraft>;
}

function toSide(context: Context, facts: Facts, home: TextHome, owner: TextOwner, place: TextPlace): TextSide {
  const { actor } = context;
  const { fiscalYear } = facts;
  const text = facts.texts.find((one) => one.owner === owner && one.place === place) ?? null;
  const earlier = facts.earlier.get(place);
  const draft = facts.drafts.get(textDraftPlace(fiscalYear, owner, place));
  const isOpen = home.yearStatus !== 'locked';
  const mayWrite = isOpen && may(actor, 'writeText', home.place);
  const approvers = isOpen ? actingsFor(actor, 'approveText', home.place) : [];
  const isDraft = text === null || text.status === 'draft';
  return {
    owner,
    text: text && toWritten(text, context, facts),
    earlier: earlier
      ? {
          fiscalYear: earlier.fiscalYear,
          document: earlier.document,
          updatedByName: earlier.updatedByName,
          updatedAt: earlier.updatedAt,
        }
      : null,
    draft: draft === undefined ? null : toKept(draft),
    may: {
      write: mayWrite,
      approve: text?.status === 'ready' && findOther(approvers, text.writers) !== undefined,
      return: !isDraft && (mayWrite || approvers.length > 0),
    },
  };
}

function toWritten(stored: StoredText, { actor }: Context, { moves, names }: Facts): WrittenText {
  const { writers: _writers, updatedById, approvedByName, approvedAt, ...text } = stored;
  const move = moves.get(textSubjectId(text));
  const isReturned = text.status === 'draft' && move?.action === 'return';
  return {
    ...text,
    isOwn: updatedById === actor.personId,
    assigneeName: text.assigneeId === null ? null : (names.get(text.assigneeId) ?? text.assigneeId),
    approved: approvedByName === null || approvedAt === null ? null : { byName: approvedByName, at: approvedAt },
    returned: move && isReturned ? { byName: move.personName, at: move.at, reason: move.reason } : null,
  };
}
