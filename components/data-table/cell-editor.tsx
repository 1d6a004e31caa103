'use client';

import { useTranslations } from 'next-intl';
import {
  type ChangeEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { classNames } from '#components/ui/class-names.ts';
import styles from './cells.module.css';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Where one goes when a text is committed. `all`: the text is for every selected cell. */
export type AfterCommit = 'down' | 'up' | 'right' | 'left' | 'stay' | 'all' | 'away';

interface CellEditorProps {
  /** The column's head. */
  label: string;
  initial: string;
  /** Begun by a typed character, so that arrows leave the cell, as in Excel. */
  typed: boolean;
  options: readonly { value: string; label: string }[] | undefined;
  numeric: boolean;
  onCommit: (text: string, after: AfterCommit) => void;
  onCancel: () => void;
}

const ARROWS: Record<string, AfterCommit> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowRight: 'right',
  ArrowLeft: 'left',
};

/** What a key that ends the editing leads to; null: it goes on. */
function endOf(event: KeyboardEvent, typed: boolean): AfterCommit | null {
  if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? 'all' : event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return typed && !event.shiftKey && !event.ctrlKey ? (ARROWS[event.key] ?? null) : null;
}

/** The field in a cell while it is typed in, with the choices under it where there are some. */
export function CellEditor({ label, initial, typed, options, numeric, onCommit, onCancel }: CellEditorProps) {
  const t = useTranslations('ui.grid');
  const listId = useId();
  const field = useRef<Field | null>(null);
  const ended = useRef(false);
  const [text, setText] = useState(initial);
  const [isOpen, setOpen] = useState(options !== undefined);
  const [choice, setChoice] = useState(-1);
  // Until something is typed, all choices are of interest, not only the one that stands there.
  const wanted = text === initial && !typed ? '' : text.trim().toLocaleLowerCase('da');
  const choices = isOpen
    ? (options ?? []).filter((option) => option.label.toLocaleLowerCase('da').includes(wanted))
    : [];

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);

  function end(act: () => void) {
    if (ended.current) return;
    ended.current = true;
    act();
  }

  function commit(after: AfterCommit) {
    const chosen = choices[choice];
    end(() => onCommit(chosen ? chosen.value : text, after));
  }

  function handleKey(event: KeyboardEvent<Field>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      end(onCancel);
      return;
    }
    if (event.key === 'Enter' && event.altKey) {
      event.preventDefault();
      const element = event.currentTarget;
      element.setRangeText('\n', element.selectionStart ?? 0, element.selectionEnd ?? 0, 'end');
      setText(element.value);
      return;
    }
    if (event.altKey && event.key === 'ArrowDown' && options) {
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (choices.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChoice(Math.max(-1, Math.min(choices.length - 1, choice + step)));
      return;
    }
    const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
    const after = isSave ? 'stay' : endOf(event, typed);
    if (after === null) return;
    event.preventDefault();
    commit(after);
  }

  function setField(element: Field | null) {
    field.current = element;
  }

  const shared = {
    className: classNames(styles.editor, numeric && styles.numeric),
    'aria-label': label,
    autoComplete: 'off',
    spellCheck: false,
    value: text,
    onChange: (event: ChangeEvent<Field>) => {
      setText(event.target.value);
      setChoice(-1);
      setOpen(options !== undefined);
    },
    onKeyDown: handleKey,
    onPointerDown: (event: PointerEvent<Field>) => event.stopPropagation(),
    onBlur: () => commit('away'),
  };

  return (
    <>
      {options ? (
        <input
          {...shared}
          ref={setField}
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={choices.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={choice >= 0 && choice < choices.length ? `${listId}-${choice}` : undefined}
        />
      ) : (
        <textarea {...shared} ref={setField} rows={1} />
      )}
      {choices.length > 0 && (
        <Choices
          listId={listId}
          label={t('choices', { column: label })}
          options={choices}
          chosen={choice}
          field={field}
          onChoose={(value) => end(() => onCommit(value, 'stay'))}
        />
      )}
    </>
  );
}

interface ChoicesProps {
  listId: string;
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: number;
  field: RefObject<Field | null>;
  onChoose: (value: string) => void;
}

/** The choices, over everything else, since the grid cuts off what leaves its rows. */
function Choices({ listId, label, options, chosen, field, onChoose }: ChoicesProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cell = field.current?.parentElement?.getBoundingClientRect();
    const element = list.current;
    if (!cell || !element) return;
    const height = element.offsetHeight;
    const below = cell.bottom + height <= window.innerHeight;
    element.style.left = `${Math.min(cell.left, window.innerWidth - element.offsetWidth - 8)}px`;
    element.style.top = `${below ? cell.bottom : cell.top - height}px`;
    element.style.minWidth = `${cell.width}px`;
  });
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return createPortal(
    <div ref={list} id={listId} role="listbox" aria-label={label} className={styles.choices}>
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles.option}
          // The field keeps the focus, so that leaving it still means that it is left.
          onPointerDown={(event) => event.preventDefault()}
          onPointerUp={() => onChoose(option.value)}
        >
          {option.label}
        </div>
      ))}
    </div>,
    document.body,
  );
}
