'use client';

import { useEffect, useState } from 'react';
import type { FigureSource } from '#components/text-editor/fields.ts';
import type { TextOwner, TextPlace } from '#lib/domain/report-text.ts';
import type { FigureWords } from '#lib/report/figures/figure.ts';
import { createFigureSource } from './figure-source.ts';
import { readFigures, type TextFrame } from './text-calls.ts';

const NONE: readonly FigureWords[] = [];

/** The figures that a text at a place can be bound to, fetched when it is opened. */
export function useReportFigures({ fiscalYear, committee }: TextFrame, owner: TextOwner, place: TextPlace) {
  const { code } = committee;
  const [attempt, setAttempt] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const [found, setFound] = useState<{ list: readonly FigureWords[]; source: FigureSource } | null>(null);

  useEffect(() => {
    let isWanted = true;
    const retried = attempt > 0;
    readFigures<FigureWords[]>(fiscalYear, code, owner).then(
      (figures) => {
        if (!isWanted) return;
        const list = figures ?? [];
        setFailed(false);
        setFound({ list, source: createFigureSource(list, place) });
      },
      () => {
        if (isWanted) setFailed(true);
      },
    );
    return () => {
      isWanted = false;
      if (retried) setFailed(false);
    };
  }, [fiscalYear, code, owner, place, attempt]);

  return {
    figures: found?.source ?? null,
    list: found?.list ?? NONE,
    hasFailed,
    retry: () => {
      setFailed(false);
      setAttempt((known) => known + 1);
    },
  };
}
