'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type SaveState, StatusLine } from '#components/ui/status-line.tsx';
import { formatCount } from '#lib/format/amount.ts';
import styles from './cells.module.css';
import type { EditState } from './edit-runner.ts';
import type { CellChange } from './editing.ts';
import type { TableEdits } from './use-table-edits.ts';

/** What an act on cells came to, in words. */
export interface Told {
  tone: 'information' | 'attention';
  lines: readonly string[];
  /** Better texts for cells, taken by a button. */
  offer?: { label: string; cells: readonly CellChange[] };
}

interface EditStatusProps<Row> {
  edits: TableEdits<Row> | null;
  told: Told | null;
  /** What is wrong with the cell that one is in; null: nothing. */
  cellError: string | null;
  onRead: () => void;
  onTakeOffer: (cells: readonly CellChange[]) => void;
  /** Goes to the next cell whose text is not saved. */
  onNextError: () => void;
}

function saveStateOf(state: EditState, hasErrors: boolean): SaveState | null {
  if (state.kind === 'saved') return hasErrors ? null : { kind: 'saved', at: state.at };
  return state.kind === 'saving' ? { kind: 'saving' } : null;
}

/** Whether what is typed is saved, which texts are not because something is wrong, and what the last act came to. */
export function EditStatus<Row>({ edits, told, cellError, onRead, onTakeOffer, onNextError }: EditStatusProps<Row>) {
  const t = useTranslations('ui.grid');
  const isUnreached = edits?.state.kind === 'unreached';
  const lines = [
    ...(told?.lines ?? []),
    ...countWords(edits?.kept ?? []).map(([reason, count]) => t('notUndone', { count, reason })),
  ];
  if (!edits && lines.length === 0) return null;
  return (
    <div className={styles.status}>
      {edits && (
        <>
          {edits.errors.length > 0 && (
            <>
              <span className={styles.wrong} role="status">
                {t('errors', { count: edits.errors.length, number: formatCount(edits.errors.length) })}
              </span>
              <Button kind="quiet" onClick={onNextError}>
                {t('nextError')}
              </Button>
            </>
          )}
          {isUnreached ? (
            <span className={styles.wrong} role="status">
              {t(edits.state.kind === 'unreached' && edits.state.isKept ? 'unreached' : 'unreachedUnkept')}
            </span>
          ) : (
            <StatusLine state={saveStateOf(edits.state, edits.errors.length > 0)} />
          )}
          {isUnreached && (
            <Button kind="quiet" onClick={edits.flush}>
              {t('retry')}
            </Button>
          )}
        </>
      )}
      {cellError !== null && (
        <span className={styles.wrong} role="status">
          {cellError}
        </span>
      )}
      {lines.length > 0 && (
        <div className={styles.told}>
          <Notice tone={told?.tone ?? 'attention'} live>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Notice>
          {told?.offer && <Offer {...told.offer} onTake={onTakeOffer} />}
          <Button
            kind="quiet"
            onClick={() => {
              edits?.forgetKept();
              onRead();
            }}
          >
            {t('read')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Offer({
  label,
  cells,
  onTake,
}: NonNullable<Told['offer']> & { onTake: EditStatusProps<never>['onTakeOffer'] }) {
  return (
    <Button className={styles.offer} onClick={() => onTake(cells)}>
      {label}
    </Button>
  );
}

function countWords(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts];
}
