'use client';

import type { Editor } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { type Completion, dismissCompletion, putFigure } from './completion.ts';
import styles from './completion-list.module.css';
import type { FigureOption, FigureSource } from './fields.ts';
import { FigureList, moveInList, optionId } from './figure-list.tsx';

interface CompletionListProps {
  editor: Editor;
  completion: Completion;
  figures: FigureSource;
  /** Where the editor asks what a key means. */
  onKey: RefObject<(event: KeyboardEvent) => boolean>;
}

/** How far the list keeps from the line and from the window's edges, in px. */
const GAP = 4;
const MARGIN = 8;

/** The figures that fit what stands after `{{`: arrows move, Enter or Tab chooses, Esc lets the braces be braces. */
export function CompletionList({ editor, completion, figures, onKey }: CompletionListProps) {
  const t = useTranslations('textEditor.figures');
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const { query, from } = completion;
  const options = useMemo(() => figures.search(query), [figures, query]);
  const [at, setAt] = useState({ query, index: 0 });
  const index = at.query === query ? Math.min(at.index, Math.max(0, options.length - 1)) : 0;

  const choose = (option: FigureOption) => putFigure(editor.view, completion, option.key);

  const handleKey = useEffectEvent((event: KeyboardEvent): boolean => {
    const next = moveInList(event.key, index, options.length);
    if (next !== null) {
      setAt({ query, index: next });
      return true;
    }
    const option = options[index];
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.shiftKey || option === undefined) return false;
    choose(option);
    return true;
  });

  useEffect(() => {
    onKey.current = (event) => handleKey(event);
    return () => {
      onKey.current = () => false;
    };
  }, [onKey]);

  const active = options.length > 0 ? optionId(id, index) : null;
  useEffect(() => {
    const { dom } = editor.view;
    dom.setAttribute('aria-autocomplete', 'list');
    dom.setAttribute('aria-controls', id);
    if (active === null) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', active);
    return () => {
      for (const name of ['aria-autocomplete', 'aria-controls', 'aria-activedescendant']) dom.removeAttribute(name);
    };
  }, [editor, id, active]);

  useLayoutEffect(() => {
    const place = () => panel.current && placeAt(panel.current, editor, from);
    place();
    const leave = (event: PointerEvent) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) dismissCompletion(editor.view);
    };
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    document.addEventListener('pointerdown', leave);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
      document.removeEventListener('pointerdown', leave);
    };
  }, [editor, from]);

  return (
    <div ref={panel} className={styles.panel}>
      <FigureList
        id={id}
        label={t('label')}
        options={options}
        at={index}
        onAt={(next) => setAt({ query, index: next })}
        onChoose={choose}
        nothing={t('nothing', { query })}
      />
      <p className={styles.keys} aria-hidden="true">
        {t('keys')}
      </p>
      <VisuallyHidden>
        <span role="status">
          {options.length === 0 ? t('nothing', { query }) : t('count', { count: options.length })}
        </span>
      </VisuallyHidden>
    </div>
  );
}

/** Puts the list under the line that is typed in, or over it where there is more room. */
function placeAt(panel: HTMLElement, editor: Editor, position: number): void {
  const caret = editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size));
  const { width, height } = panel.getBoundingClientRect();
  const below = window.innerHeight - caret.bottom - GAP - MARGIN;
  const isBelow = below >= height || below >= caret.top - GAP - MARGIN;
  panel.style.left = `${Math.max(MARGIN, Math.min(caret.left, window.innerWidth - width - MARGIN))}px`;
  panel.style.top = isBelow ? `${caret.bottom + GAP}px` : 'auto';
  panel.style.bottom = isBelow ? 'auto' : `${window.innerHeight - caret.top + GAP}px`;
}
