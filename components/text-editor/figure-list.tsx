'use client';

import { useEffect, useRef } from 'react';
import type { FigureOption } from './fields.ts';
import styles from './figure-list.module.css';

interface FigureListProps {
  id: string;
  label: string;
  options: readonly FigureOption[];
  /** Which one the keys stand on. */
  at: number;
  onAt: (at: number) => void;
  onChoose: (option: FigureOption) => void;
  /** Said where there is nothing to choose. */
  nothing: string;
}

export const optionId = (id: string, at: number) => `${id}-${at}`;

/** The figures that fit what is typed, each with what it is today. The keys are those of the field that it belongs to. */
export function FigureList({ id, label, options, at, onAt, onChoose, nothing }: FigureListProps) {
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(optionId(id, at))}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  return (
    <>
      <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list} hidden={options.length === 0}>
        {options.map((option, index) => (
          <div
            key={option.key}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onPointerMove={() => index !== at && onAt(index)}
            // The field keeps the focus, and what is selected in it.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
            onKeyDown={(event) => event.key === 'Enter' && onChoose(option)}
          >
            <span className={styles.label}>{option.label}</span>
            <span className={styles.printed}>{option.printed}</span>
            <span className={styles.key}>{option.key}</span>
          </div>
        ))}
      </div>
      {options.length === 0 && <p className={styles.nothing}>{nothing}</p>}
    </>
  );
}

/** The place that a key of the list leads to; null where the key means nothing to it. */
export function moveInList(key: string, at: number, count: number): number | null {
  const way = { ArrowDown: 1, ArrowUp: -1 }[key];
  return way === undefined || count === 0 ? null : (at + way + count) % count;
}
