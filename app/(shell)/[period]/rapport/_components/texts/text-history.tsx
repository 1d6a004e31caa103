'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { TextStatus } from '#lib/domain/report-text.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { TextComparison } from '#lib/services/compare-text-versions.ts';
import type { HistoryOfText, MoveInHistory } from '#lib/services/get-text-history.ts';
import { numbered } from '../numbered.ts';
import { readHistory, type TextAt } from './text-calls.ts';
import desk from './text-desk.module.css';
import styles from './text-history.module.css';

interface TextHistoryProps {
  at: TextAt;
  /** Of what is stored: another one has another history. */
  version: number;
  /** How the text stands: who moves it on or back is part of its history. */
  standing: TextStatus | null;
  /** Lets an older version stand again. */
  onRestore: (version: number) => void;
}

interface History {
  entries: HistoryOfText[];
  moves: MoveInHistory[];
}
type Step = HistoryOfText | MoveInHistory;

/** What happened up to a stand of the text. */
interface Steps {
  stand: string;
  steps: readonly Step[];
}

/** All that happened to the text, newest first; what was written before what became of it. */
const stepsOf = ({ entries, moves }: History): Step[] =>
  [...moves, ...entries].toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at));

type Fetched<T> = { kind: 'none' } | { kind: 'failed' } | { kind: 'some'; value: T };
const NOT_YET = { kind: 'none' } as const;

/** What a text has said, by whom, and what each change was. Fetched when it is opened, and when another is stored. */
export function TextHistory({ version, standing, ...entries }: TextHistoryProps) {
  const t = useTranslations('reportTexts.history');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={desk.part} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={desk.partTitle}>{t('title')}</summary>
      {isOpen && <Entries stand={`${version}/${standing}`} {...entries} />}
    </details>
  );
}

interface EntriesProps extends Pick<TextHistoryProps, 'at' | 'onRestore'> {
  /** Which version is stored and how it stands; what is in sight stays until the history of a later stand is there. */
  stand: string;
}

function Entries({ at, stand, onRestore }: EntriesProps) {
  const t = useTranslations('reportTexts.history');
  const { frame, place, side } = at;
  const { fiscalYear } = frame;
  const { owner } = side;
  const [history, setHistory] = useState<Fetched<Steps>>(NOT_YET);
  // By its first version: saving again in the same sitting adds to it.
  const [shown, setShown] = useState<number | null>(null);

  useEffect(() => {
    let isWanted = true;
    readHistory<History>({ fiscalYear, owner, place }).then(
      (found) => isWanted && setHistory({ kind: 'some', value: { stand, steps: found ? stepsOf(found) : [] } }),
      () => isWanted && setHistory({ kind: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [fiscalYear, owner, place, stand]);

  if (history.kind === 'none') return <p role="status">{t('fetching')}</p>;
  if (history.kind === 'failed') return <p role="alert">{t('failed')}</p>;
  const { steps } = history.value;
  if (steps.length === 0) return <p className={desk.quiet}>{t('none')}</p>;
  return (
    <ol className={styles.entries} aria-busy={history.value.stand !== stand}>
      {steps.map((entry) => {
        if ('action' in entry) return <Move key={`${entry.action}/${entry.at}`} move={entry} />;
        const name = `${entry.personName} ${formatDateTime(entry.at)}`;
        const isShown = shown === entry.from;
        return (
          <li key={entry.from} className={styles.entry}>
            <p>
              <span className={styles.who}>{entry.personName}</span>{' '}
              <time dateTime={entry.at} className={desk.quiet}>
                {formatDateTime(entry.at)}
              </time>
              {entry.isCurrent && <span className={desk.quiet}> · {t('current')}</span>}
            </p>
            <div className={desk.buttons}>
              <Button kind="quiet" aria-expanded={isShown} onClick={() => setShown(isShown ? null : entry.from)}>
                {t('changes')}
                <VisuallyHidden> {name}</VisuallyHidden>
              </Button>
              {!entry.isCurrent && side.may.write && (
                <Button kind="quiet" onClick={() => onRestore(entry.version)}>
                  {t('restore')}
                  <VisuallyHidden> {name}</VisuallyHidden>
                </Button>
              )}
            </div>
            {isShown && <Changes at={at} entry={entry} />}
          </li>
        );
      })}
    </ol>
  );
}

function Move({ move: { action, personName, at, reason } }: { move: MoveInHistory }) {
  const t = useTranslations('reportTexts.history');
  return (
    <li className={styles.entry}>
      <p>
        <span className={styles.who}>{personName}</span>{' '}
        <time dateTime={at} className={desk.quiet}>
          {formatDateTime(at)}
        </time>
      </p>
      <p>
        {t(`moves.${action}`)} {reason !== '' && <q>{reason}</q>}
      </p>
    </li>
  );
}

/** What one person changed in one sitting, word by word. */
function Changes({ at: { frame, place, side }, entry }: { at: TextAt; entry: HistoryOfText }) {
  const t = useTranslations('reportTexts.history');
  const { fiscalYear } = frame;
  const { owner } = side;
  const { from, version } = entry;
  const [comparison, setComparison] = useState<Fetched<TextComparison | null>>(NOT_YET);

  useEffect(() => {
    let isWanted = true;
    readHistory<TextComparison>({ fiscalYear, owner, place }, { from: from - 1, to: version }).then(
      (value) => isWanted && setComparison({ kind: 'some', value }),
      () => isWanted && setComparison({ kind: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [fiscalYear, owner, place, from, version]);

  if (comparison.kind === 'none') return <p role="status">{t('fetching')}</p>;
  if (comparison.kind === 'failed' || comparison.value === null) return <p role="alert">{t('failed')}</p>;
  const changed = comparison.value.difference.filter(({ kind }) => kind !== 'same');
  if (changed.length === 0) return <p className={desk.quiet}>{t('onlyLooks')}</p>;
  return (
    <div className={styles.changes} lang="da">
      {numbered(changed).map(({ key, part: { words } }) => (
        <p key={key}>
          {numbered(words).map(({ key: at, part: { kind, text } }) =>
            kind === 'added' ? (
              <ins key={at}>{text}</ins>
            ) : kind === 'removed' ? (
              <del key={at}>{text}</del>
            ) : (
              <span key={at}>{text}</span>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
