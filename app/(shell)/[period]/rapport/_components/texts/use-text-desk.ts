'use client';

import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { TextEditorHandle } from '#components/text-editor/text-editor.tsx';
import type { SaveState } from '#components/ui/status-line.tsx';
import type { TextBlock, TextDocument, TextStatus } from '#lib/domain/report-text.ts';
import { areSame } from '#lib/format/align-blocks.ts';
import { mergeDocuments, wholeOf } from '#lib/format/merge-texts.ts';
import type { TypedOn } from '#lib/schemas/draft.ts';
import type { Problem } from '#lib/services/context.ts';
import type { TextSide } from '#lib/services/get-report-texts.ts';
import type { SavedText } from '#lib/services/save-report-text.ts';
import { useKeptDraft } from '../../../../_components/use-kept-draft.ts';
import { actOnText, type TextAct, type TextAt } from './text-calls.ts';
import { textDrafts } from './text-outbox.ts';

/** Who types no more for so long has come to a rest: what is typed becomes a version. */
const REST_MILLISECONDS = 30_000;
const RETRY_MILLISECONDS = 4_000;

/** What another has stored that does not go together with what is typed here. */
export type Clash = Extract<SavedText, { kind: 'changed-by-another' }>;

/** What happened to the text by somebody else's hand, or by one's own at another time. */
type Told =
  | { kind: 'merged'; byName: string }
  | { kind: 'reopened' }
  /** Typed at another time, and there again. */
  | { kind: 'restored'; at: string; on: TypedOn };

const NONE: readonly Problem[] = [];

/** What an act answers of the text, where it changed it. */
interface Answer {
  version?: number;
  status?: TextStatus;
  document?: TextDocument;
}
const toContent = (document: TextDocument, base: TextDocument, on: TypedOn) => ({ document, base, on });

/**
 * The state of a text that is being written: what is typed, what of it is stored, and what others have stored
 * meanwhile. It is kept as a draft within a second, and stored when it is saved, left, or not typed on for a while.
 */
export function useTextDesk(at: TextAt, editor: RefObject<TextEditorHandle | null>) {
  const { place, side } = at;
  const { personId, fiscalYear } = at.frame;
  const { owner } = side;
  const router = useRouter();
  const spot = useMemo(() => ({ fiscalYear, owner, place }), [fiscalYear, owner, place]);
  const draftAt = useMemo(() => ({ ...spot, personId }), [spot, personId]);
  const stored = useMemo(() => ({ document: side.text?.document ?? [], version: side.text?.version ?? 0 }), [side]);
  const [began] = useState(() => {
    const found = textDrafts.find(draftAt, side.draft);
    return found === null || areSame(found.content.document, stored.document) ? null : found;
  });
  const [base, showBase] = useState(began ? { document: began.content.base, version: began.version } : stored);
  const [document, setDocument] = useState<TextDocument>(began?.content.document ?? stored.document);
  const [start] = useState(document);
  const [told, setTold] = useState<Told | null>(
    began ? { kind: 'restored', at: began.at, on: began.content.on } : null,
  );
  const [outcome, setOutcome] = useState<SaveState | null>(null);
  const [problems, setProblems] = useState(NONE);
  const [clash, setClash] = useState<Clash | null>(null);
  const [isRetrying, setRetrying] = useState(false);
  /** How the text stands by the last answer, until the page shows it. */
  const [answered, setAnswered] = useState<{ shown: TextSide; status: TextStatus } | null>(null);
  const shown = useRef(side);
  const busy = useRef<Promise<boolean> | null>(null);
  const underWay = useRef(new Map<string, Promise<boolean>>());
  const typed = useRef(document);
  const begunFrom = useRef(base);
  const dirty = !areSame(document, base.document);

  const kept = useKeptDraft({
    outbox: textDrafts,
    place: draftAt,
    draft: document,
    base: { draft: base.document, version: base.version },
    toContent,
    dirty,
    wanted: null,
    began: side.draft?.at ?? null,
  });

  useEffect(() => {
    shown.current = side;
  });

  function setBase(next: typeof base): void {
    begunFrom.current = next;
    showBase(next);
  }

  function change(next: TextDocument): void {
    if (areSame(next, typed.current)) return;
    typed.current = next;
    setDocument(next);
    setOutcome((known) => (known?.kind === 'saving' ? known : null));
  }

  /** Shows another text in the editor, where the one that is typed gives way to it. */
  function show(next: TextDocument): void {
    typed.current = next;
    setDocument(next);
    editor.current?.set(next);
  }

  /** What others have stored: it is put together with what is typed, or waits until that is saved. */
  const meet = useEffectEvent(() => {
    if (stored.version <= base.version || busy.current !== null || clash !== null) return;
    const merged = wholeOf(mergeDocuments(base.document, typed.current, stored.document));
    if (merged === null) return;
    if (!areSame(merged, typed.current)) {
      show(merged);
      setTold(side.text?.isOwn ? null : { kind: 'merged', byName: side.text?.updatedByName ?? '' });
    }
    setBase(stored);
  });
  useEffect(() => {
    if (stored.version > 0) meet();
  }, [stored]);

  function take(saved: Extract<SavedText, { kind: 'saved' }>, sent: TextDocument): void {
    // What was typed while it was on its way is put together with what is stored; where that cannot be, it stays.
    const now = wholeOf(mergeDocuments(sent, typed.current, saved.document)) ?? typed.current;
    if (!areSame(now, typed.current)) show(now);
    setBase({ document: saved.document, version: saved.version });
    setProblems(NONE);
    setClash(null);
    setRetrying(false);
    setOutcome({ kind: 'saved', at: saved.updatedAt === '' ? new Date() : new Date(saved.updatedAt) });
    setTold(saved.isMerged ? { kind: 'merged', byName: '' } : saved.isReopened ? { kind: 'reopened' } : null);
    setAnswered({ shown: shown.current, status: saved.status });
  }

  async function store(): Promise<boolean> {
    const sent = typed.current;
    const { version, document: was } = begunFrom.current;
    if (areSame(sent, was)) return true;
    setOutcome({ kind: 'saving' });
    try {
      const result = await actOnText<SavedText>('save', { ...spot, version, document: sent });
      if (!result.ok) {
        setProblems(result.problems);
        setOutcome({ kind: 'failed' });
        return false;
      }
      if (result.value.kind === 'saved') {
        take(result.value, sent);
        return true;
      }
      setClash(result.value);
      setOutcome({ kind: 'failed' });
      return false;
    } catch {
      // The server could not be reached: what is typed stays, and is sent again until it is.
      setRetrying(true);
      setOutcome(null);
      return false;
    }
  }

  /** Stores what is typed, once what is on its way has arrived. @returns whether all that was typed is stored */
  async function storeOnce(): Promise<boolean> {
    while (busy.current !== null) if (!(await busy.current)) return false;
    busy.current = store();
    try {
      return await busy.current;
    } finally {
      busy.current = null;
    }
  }

  /** Stores what is typed, and shows the page anew. @returns whether all of it is stored */
  async function save(): Promise<boolean> {
    const before = begunFrom.current;
    const isStored = await storeOnce();
    if (begunFrom.current !== before) router.refresh();
    return isStored;
  }

  const rest = useEffectEvent(() => {
    if (dirty && clash === null) save();
  });
  useEffect(() => {
    if (areSame(document, base.document)) return;
    const timer = window.setTimeout(rest, REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [document, base]);

  useEffect(() => {
    if (!isRetrying) return;
    const timer = window.setInterval(rest, RETRY_MILLISECONDS);
    window.addEventListener('online', rest);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', rest);
    };
  }, [isRetrying]);

  // What is left is stored; where that is refused, it is there again as a draft.
  const leave = useEffectEvent(() => {
    const { version, document: was } = begunFrom.current;
    if (areSame(typed.current, was) || clash !== null) return;
    actOnText('save', { ...spot, version, document: typed.current }).then(
      () => router.refresh(),
      () => undefined,
    );
  });
  useEffect(() => () => leave(), []);

  /** What an act has made of the text stands at once, as one's own: the page follows. */
  function hear({ version, status, document: next }: Answer): void {
    if (status !== undefined) setAnswered({ shown: shown.current, status });
    if (version === undefined || next === undefined) return;
    show(next);
    setBase({ document: next, version });
    setTold(null);
  }

  /** Does something with the text, once all that is typed is stored; pressed twice, it is done once. @returns whether it is done */
  function act(name: TextAct, input: object = {}): Promise<boolean> {
    const key = JSON.stringify([name, input]);
    const doing = underWay.current.get(key) ?? actOnce(name, input).finally(() => underWay.current.delete(key));
    underWay.current.set(key, doing);
    return doing;
  }

  async function actOnce(name: TextAct, input: object): Promise<boolean> {
    if (!(await storeOnce())) return false;
    setOutcome({ kind: 'saving' });
    try {
      const { version } = begunFrom.current;
      const result = await actOnText<Answer | null>(name, { ...spot, version, ...input });
      setProblems(result.ok ? NONE : result.problems);
      setOutcome(null);
      // An act on what stands beside the text answers nothing.
      if (result.ok && result.value !== null) hear(result.value);
      router.refresh();
      return result.ok;
    } catch {
      setProblems([{ path: '', code: 'save-failed', params: {} }]);
      setOutcome(null);
      return false;
    }
  }

  /** Stores what was chosen where both had changed the same. */
  function settle(chosen: TextBlock[]): void {
    if (clash === null) return;
    show(chosen);
    setBase({ document: clash.theirs, version: clash.version });
    setClash(null);
    save();
  }

  /** Gives up what is typed for what is stored. */
  function discard(): void {
    show(stored.document);
    setBase(stored);
    setTold(null);
    setClash(null);
    setProblems(NONE);
    setOutcome(null);
  }

  /** Puts what the same person typed on another page together with what stands here; mine where both changed the same. */
  function joinOther(): void {
    if (kept.other === null) return;
    const pieces = mergeDocuments(base.document, typed.current, kept.other.content.document);
    show(pieces.flatMap((piece) => (piece.kind === 'merged' ? piece.blocks : [...piece.mine, ...piece.theirs])));
    kept.settleOther();
  }

  // What was typed on while it was stored is not what was stored.
  const ended = outcome?.kind === 'saved' && dirty ? null : outcome;
  const status: SaveState | null = isRetrying
    ? { kind: 'retrying' }
    : (ended ??
      (!dirty
        ? null
        : kept.keeping.kind === 'kept'
          ? { kind: 'kept', at: kept.keeping.at }
          : { kind: kept.keeping.kind === 'unreached' ? 'offline' : 'unsaved' }));

  return {
    /** What is stored, as far as it is known here. */
    stored: base.document,
    /** What the editor begins with. */
    start,
    document,
    /** How the text stands; null where nobody has written it, nor is to. */
    standing: answered?.shown === side ? answered.status : (side.text?.status ?? null),
    dirty,
    change,
    save,
    act,
    status,
    problems,
    told: told?.kind === 'restored' && !dirty ? null : told,
    keeping: dirty ? kept.keeping.kind : ('none' as const),
    clash,
    settle,
    discard,
    other: kept.other,
    joinOther,
    keepMine: kept.settleOther,
    /** Of what the page shows as stored. */
    version: Math.max(base.version, stored.version),
    refresh: () => router.refresh(),
  };
}
