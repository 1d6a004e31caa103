'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useReducer, useRef, useState } from 'react';
import type { SummaryError } from '#components/ui/error-summary.tsx';
import type { SaveState } from '#components/ui/status-line.tsx';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Problem } from '#lib/services/context.ts';
import { saveReconciliation } from '../actions.ts';
import {
  type AccountDraft,
  type DraftDefaults,
  findStoredKeys,
  readDraft,
  toDraft,
  withStoredKeys,
} from './account-draft.ts';
import { type DraftAction, reduceDraft } from './draft-reducer.ts';
import { locateField } from './field-ids.ts';

/** What the form was read from: the account and what is stored of it. */
export interface FormSource {
  periodId: string;
  account: string;
  reconciliation: Reconciliation | null;
  version: number;
  defaults: DraftDefaults;
}

const NO_ERRORS: readonly SummaryError[] = [];
const NO_KEYS: ReadonlyMap<string, string> = new Map();

function same(left: AccountDraft, right: AccountDraft): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The state of an account's form: what is typed, what of it is stored, what keeps it from being stored. */
export function useAccountForm(source: FormSource) {
  const t = useTranslations('account');
  const problemText = useTranslations('problems');
  const router = useRouter();
  const stored = useMemo(() => toDraft(source.reconciliation, source.defaults), [source]);
  const [state, dispatchDraft] = useReducer(reduceDraft, { draft: stored, undo: null });
  const [base, setBase] = useState({ draft: stored, version: source.version });
  const [saving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<SaveState | null>(null);
  const [errors, setErrors] = useState<readonly SummaryError[]>(NO_ERRORS);
  const [conflict, setConflict] = useState<string | null>(null);
  const busy = useRef(false);
  const { draft } = state;
  const dirty = !same(draft, base.draft);

  // What another stored is taken over for as long as nothing is typed here; otherwise a save finds the conflict.
  if (source.version !== base.version && !dirty && !saving) {
    setBase({ draft: stored, version: source.version });
    dispatchDraft({ type: 'replace', draft: stored });
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

  function toError({ path, code, params }: Problem, sent: AccountDraft): SummaryError {
    const place = locateField(sent, path);
    const parts = [
      place.head === null ? null : t(`place.${place.head}`),
      sent.findings.length > 1 ? place.committee : null,
      place.item === null ? null : t('place.item', { number: place.item }),
      place.step === null ? null : t('place.step', { number: place.step }),
    ].filter((part) => part !== null);
    const text = problemText.has(code) ? problemText(code, params) : problemText('invalid');
    return { fieldId: place.id, text: parts.length > 0 ? `${parts.join(', ')}: ${text}` : text };
  }

  /**
   * @param submit whether it is sent for approval with the same act
   * @returns whether it is stored
   */
  async function save(submit = false, version = base.version): Promise<boolean> {
    if (busy.current) return false;
    const sent = draft;
    const { input, problems } = readDraft(sent);
    if (problems.length > 0) {
      setErrors(problems.map((one) => toError({ ...one, params: {} }, sent)));
      setOutcome({ kind: 'failed' });
      return false;
    }
    busy.current = true;
    setSaving(true);
    try {
      const result = await saveReconciliation({
        periodId: source.periodId,
        account: source.account,
        version,
        submit,
        ...input,
      });
      if (result.ok) {
        setBase({ draft: sent, version: result.value.version });
        setErrors(NO_ERRORS);
        setConflict(null);
        setOutcome({ kind: 'saved', at: new Date(result.value.savedAt) });
        return true;
      }
      const clash = result.problems.find(({ code }) => code === 'changed-by-another');
      setConflict(clash ? String(clash.params.person) : null);
      if (clash) router.refresh();
      setErrors(clash ? NO_ERRORS : result.problems.map((one) => toError(one, sent)));
    } catch {
      // The server could not be reached, or failed: what is typed stays, and the browser keeps it.
      setErrors([{ fieldId: null, text: problemText('save-failed') }]);
    } finally {
      busy.current = false;
      setSaving(false);
    }
    setOutcome({ kind: 'failed' });
    return false;
  }

  /** Gives up what is typed for what is stored now. */
  function adopt() {
    setBase({ draft: stored, version: source.version });
    dispatchDraft({ type: 'replace', draft: stored });
    setErrors(NO_ERRORS);
    setConflict(null);
    setOutcome(null);
  }

  const status: SaveState | null = saving ? { kind: 'saving' } : (outcome ?? (dirty ? { kind: 'unsaved' } : null));
  return {
    draft,
    /** The findings as they are stored. */
    stored: base.draft.findings,
    undo: state.undo,
    dirty,
    saving,
    status: outcome?.kind === 'saved' && dirty ? ({ kind: 'unsaved' } as const) : status,
    errors,
    conflict:
      conflict === null
        ? null
        : {
            person: conflict,
            /** Whether what the other stored has been fetched, so that one can choose. */
            fetched: source.version !== base.version,
            overwrite: () => save(false, source.version),
            adopt,
          },
    dispatch,
    save,
  };
}
