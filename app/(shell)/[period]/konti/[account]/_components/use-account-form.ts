'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import type { SummaryError } from '#components/ui/error-summary.tsx';
import type { SaveState } from '#components/ui/status-line.tsx';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { KeptContent, KeptDraft, TypedOn } from '#lib/schemas/draft.ts';
import type { Problem } from '#lib/services/context.ts';
import { useProblemText } from '../../../../../problem-text.ts';
import { accountDrafts } from '../../../../_components/draft-outbox.ts';
import { useKeptDraft } from '../../../../_components/use-kept-draft.ts';
import { saveReconciliation } from '../actions.ts';
import {
  type AccountDraft,
  type DraftDefaults,
  findStoredKeys,
  readDraft,
  toDraft,
  withStoredKeys,
} from './account-draft.ts';
import { useDeskRefresh } from './desk-refresh.tsx';
import { type DraftAction, reduceDraft } from './draft-reducer.ts';
import { locateField } from './field-ids.ts';
import { type Choose, mergeDrafts, saySame } from './merge-drafts.ts';

/** What the form was read from: the account and what is stored of it. */
export interface FormSource {
  personId: string;
  periodId: string;
  account: string;
  reconciliation: Reconciliation | null;
  version: number;
  defaults: DraftDefaults;
  /** What this person typed on the account before and has not saved; null also where nothing can be typed. */
  kept: KeptDraft | null;
  /** Nothing can be typed: by role, or by the period. */
  readOnly: boolean;
}

const NO_ERRORS: readonly SummaryError[] = [];
const NO_KEYS: ReadonlyMap<string, string> = new Map();
const RETRY_MILLISECONDS = 4_000;

/** That what is stored and what is typed are to be put together. */
interface Comparing {
  /** Who stored it, where that is known. */
  person: string | null;
  /** The save that was refused: whether it was also sent for approval; null: there was none. */
  submit: boolean | null;
  /** Somebody has just pressed for it, and is not typing. */
  pressed: boolean;
}

/** A save that was pressed and has not reached the server: what stood there then. */
interface Queued {
  draft: AccountDraft;
  submit: boolean;
}

/** Typed at another time, and there again. */
interface Restored {
  /** ISO time, UTC. */
  at: string;
  on: TypedOn;
}

const toContent = (draft: AccountDraft, base: AccountDraft, on: TypedOn): KeptContent => ({ draft, base, on });

function restoredFrom(kept: KeptDraft | null, stored: AccountDraft): Restored | null {
  return kept === null || saySame(kept.content.draft, stored) ? null : { at: kept.at, on: kept.content.on };
}

/** The state of an account's form: what is typed, what of it is stored, what keeps it from being stored. */
export function useAccountForm(source: FormSource) {
  const t = useTranslations('account');
  const problemText = useProblemText();
  const refresh = useDeskRefresh();
  const { personId, periodId, account } = source;
  const place = useMemo(() => ({ personId, periodId, account }), [personId, periodId, account]);
  const stored = useMemo(() => toDraft(source.reconciliation, source.defaults), [source]);
  const [restored, setRestored] = useState(() => restoredFrom(source.kept, stored));
  const began = restored && source.kept;
  const [state, dispatchDraft] = useReducer(reduceDraft, {
    draft: began?.content.draft ?? stored,
    undo: null,
  });
  const [base, setBase] = useState(
    began ? { draft: began.content.base, version: began.version } : { draft: stored, version: source.version },
  );
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<SaveState | null>(null);
  const [errors, setErrors] = useState<readonly SummaryError[]>(NO_ERRORS);
  /** Who stored something else, once a save was refused for it or one has asked to see it. */
  const [comparing, setComparing] = useState<Comparing | null>(null);
  const [queued, setQueued] = useState<Queued | null>(null);
  const busy = useRef(false);
  const { draft } = state;
  const dirty = !saySame(draft, base.draft);
  const isBehind = (source.version > base.version || (comparing && source.version !== base.version)) && !saving;

  const kept = useKeptDraft({
    outbox: accountDrafts,
    toContent,
    place,
    draft,
    base,
    dirty: dirty && !source.readOnly,
    wanted: queued === null ? null : queued.submit ? 'submit' : 'save',
    began: source.kept?.at ?? null,
  });

  // What this browser has and the server has not, or what was typed since this page was rendered for the first time.
  const restore = useEffectEvent(() => {
    const found = source.readOnly ? null : accountDrafts.find(place, source.kept);
    const isShown = found?.at === source.kept?.at;
    if (isShown || dirty !== (began !== null)) return;
    if (found === null || saySame(found.content.draft, stored)) {
      if (began) adopt('replace');
      return;
    }
    setBase({ draft: found.content.base, version: found.version });
    dispatchDraft({ type: 'replace', draft: found.content.draft });
    setRestored({ at: found.at, on: found.content.on });
    if (found.wanted) setQueued({ draft: found.content.draft, submit: found.wanted === 'submit' });
  });
  useEffect(() => restore(), []);

  // What another stored is taken over for as long as nothing else is typed here; otherwise one compares and chooses.
  if (isBehind && (!dirty || saySame(mergeDrafts(base.draft, draft, stored).draft, stored))) {
    // A save that was refused for one's own: its first answer was lost on the way.
    if (dirty) setOutcome(comparing?.submit == null ? null : { kind: 'saved', at: new Date() });
    setBase({ draft: stored, version: source.version });
    dispatchDraft({ type: 'replace', draft: stored });
    setComparing(null);
    setQueued(null);
  }

  // What was stored from here has its keys now: a row that is edited after it was saved is still the same row.
  const storedKeys = source.version === base.version && !saving ? findStoredKeys(base.draft, stored) : NO_KEYS;
  if (storedKeys.size > 0) {
    setBase({ draft: withStoredKeys(base.draft, storedKeys), version: base.version });
    dispatchDraft({ type: 'note-stored', keys: storedKeys });
  }

  function dispatch(action: DraftAction) {
    dispatchDraft(action);
    setOutcome((known) => (known?.kind === 'failed' ? known : null));
  }

  function toError(problem: Problem, sent: AccountDraft): SummaryError {
    const at = locateField(sent, problem.path);
    const parts = [
      at.head === null ? null : t(`place.${at.head}`),
      sent.findings.length > 1 ? at.committee : null,
      at.item === null ? null : t('place.item', { number: at.item }),
      at.step === null ? null : t('place.step', { number: at.step }),
    ].filter((part) => part !== null);
    const text = problemText(problem);
    return { fieldId: at.id, text: parts.length > 0 ? `${parts.join(', ')}: ${text}` : text };
  }

  function fail(problems: readonly SummaryError[]): false {
    setErrors(problems);
    setQueued(null);
    setOutcome({ kind: 'failed' });
    return false;
  }

  /**
   * @param submit whether it is sent for approval with the same act
   * @returns whether it is stored
   */
  async function save(submit = false, version = base.version, sent = draft): Promise<boolean> {
    if (busy.current) return false;
    const { input, problems } = readDraft(sent);
    if (problems.length > 0) return fail(problems.map((one) => toError({ ...one, params: {} }, sent)));
    busy.current = true;
    setSaving(true);
    try {
      const result = await saveReconciliation({ periodId, account, version, submit, ...input });
      if (result.ok) {
        setBase({ draft: sent, version: result.value.version });
        setErrors(NO_ERRORS);
        setComparing(null);
        setQueued(null);
        setRestored(null);
        setOutcome({ kind: 'saved', at: new Date(result.value.savedAt) });
        return true;
      }
      const clash = result.problems.find(({ code }) => code === 'changed-by-another');
      if (!clash) return fail(result.problems.map((one) => toError(one, sent)));
      setComparing({ person: String(clash.params.person), submit, pressed: queued === null });
      refresh();
      return fail(NO_ERRORS);
    } catch {
      // The server could not be reached: what is typed stays, and the save is sent again until it is.
      setErrors(NO_ERRORS);
      setQueued({ draft: sent, submit });
      return false;
    } finally {
      busy.current = false;
      setSaving(false);
    }
  }

  const retry = useEffectEvent(() => {
    if (queued !== null) save(queued.submit, base.version, queued.draft);
  });
  useEffect(() => {
    if (queued === null) return;
    const timer = window.setInterval(retry, RETRY_MILLISECONDS);
    window.addEventListener('online', retry);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [queued]);

  /** Gives up what is typed for what is stored now. */
  function adopt(by: 'discard' | 'replace' = 'discard') {
    setBase({ draft: stored, version: source.version });
    dispatchDraft({ type: by, draft: stored });
    setErrors(NO_ERRORS);
    setComparing(null);
    setQueued(null);
    setRestored(null);
    setOutcome(null);
  }

  /** Puts what is stored and what is typed together, and saves it where that was the wish. */
  function applyMerge(choose: Choose) {
    const merged = mergeDrafts(base.draft, draft, stored, choose).draft;
    const submit = comparing?.submit ?? null;
    setBase({ draft: stored, version: source.version });
    dispatch({ type: 'replace', draft: merged });
    setComparing(null);
    setOutcome(null);
    if (submit !== null) save(submit, source.version, merged);
  }

  /** Puts what the same person typed on another page together with what stands here. */
  function applyOther(choose: Choose) {
    if (kept.other === null) return;
    dispatch({ type: 'replace', draft: mergeDrafts(base.draft, draft, kept.other.content.draft, choose).draft });
    kept.settleOther();
  }

  return {
    draft,
    /** The findings as they are stored. */
    stored: base.draft.findings,
    undo: state.undo,
    dirty,
    status: findStatus(),
    errors,
    restored: dirty ? restored : null,
    keeping: dirty ? kept.keeping.kind : ('none' as const),
    /** Others have stored something since the form was read, and what is typed here is not lost for it. */
    behind: isBehind && dirty ? { base: base.draft, theirs: stored } : null,
    comparing,
    compare: () => setComparing({ person: null, submit: null, pressed: true }),
    applyMerge,
    other: kept.other === null ? null : { ...kept.other, base: base.draft },
    applyOther,
    keepMine: kept.settleOther,
    discard: () => adopt(),
    dispatch,
    save,
  };

  function findStatus(): SaveState | null {
    if (saving) return { kind: 'saving' };
    if (queued !== null) return { kind: 'retrying' };
    if (outcome !== null && !(outcome.kind === 'saved' && dirty)) return outcome;
    if (!dirty) return null;
    const { keeping } = kept;
    if (keeping.kind === 'kept') return { kind: 'kept', at: keeping.at };
    return { kind: keeping.kind === 'unreached' ? 'offline' : 'unsaved' };
  }
}
