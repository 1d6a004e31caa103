'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import type { FigureSource } from '#components/text-editor/fields.ts';
import { Button } from '#components/ui/button.tsx';
import type { TextBlock } from '#lib/domain/report-text.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { numbered } from '../numbered.ts';
import styles from './merge-texts.module.css';
import { ShownBlock } from './shown-text.tsx';
import type { Clash } from './use-text-desk.ts';

type Side = 'mine' | 'theirs' | 'both';
const SIDES: readonly Side[] = ['mine', 'theirs', 'both'];

interface MergeTextsProps {
  clash: Clash;
  /** Null until they are fetched. */
  figures: FigureSource | null;
  /** The whole text, as it was chosen. */
  onSettle: (document: TextBlock[]) => void;
  onDiscard: () => void;
}

/** Two people changed the same paragraph: one chooses what stands; the rest is put together by itself. */
export function MergeTexts({ clash, figures, onSettle, onDiscard }: MergeTextsProps) {
  const t = useTranslations('reportTexts.merge');
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const conflicts = numbered(clash.pieces).filter(({ part }) => part.kind === 'conflict');
  const [isAsked, setAsked] = useState(false);
  const open = conflicts.filter(({ key }) => chosen[key] === undefined);

  useEffect(() => panel.current?.focus(), []);

  function settle() {
    if (open.length > 0) {
      setAsked(true);
      return;
    }
    onSettle(
      numbered(clash.pieces).flatMap(({ key, part }) => {
        if (part.kind === 'merged') return part.blocks;
        const side = chosen[key] ?? 'both';
        return side === 'both' ? [...part.theirs, ...part.mine] : part[side];
      }),
    );
  }

  return (
    <section ref={panel} tabIndex={-1} className={styles.panel} aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`} className={styles.title}>
        {t('title', { name: clash.byName, at: formatDateTime(clash.at) })}
      </p>
      <p role="alert">{isAsked ? t('choose', { count: open.length }) : t('text')}</p>
      {conflicts.map(({ key, part }, index) => (
        <fieldset key={key} className={styles.conflict}>
          <legend>{t('place', { number: index + 1 })}</legend>
          <div className={styles.sides}>
            {SIDES.map((side) => (
              <label key={side} className={styles.side}>
                <input
                  type="radio"
                  name={`${id}-${key}`}
                  checked={chosen[key] === side}
                  onChange={() => setChosen({ ...chosen, [key]: side })}
                />
                <span className={styles.who}>{side === 'theirs' ? clash.byName : t(side)}</span>
                {side !== 'both' && part.kind === 'conflict' && (
                  <div className={styles.words}>
                    {part[side].length === 0
                      ? t('removed')
                      : numbered(part[side]).map(({ key: at, part: block }) => (
                          <ShownBlock key={at} block={block} figures={figures} />
                        ))}
                  </div>
                )}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button kind="primary" onClick={settle}>
          {t('save')}
        </Button>
        <Button onClick={onDiscard}>{t('adopt')}</Button>
      </div>
    </section>
  );
}
