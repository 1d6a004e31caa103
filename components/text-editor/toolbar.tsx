'use client';

import { type Editor, useEditorState } from '@tiptap/react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './toolbar.module.css';

/** What the toolbar opens beside what it does by itself. */
export type EditorDialog = 'link' | 'choice' | 'footnote';

interface ToolbarProps {
  editor: Editor;
  /** A footnote's one line has only looks, links and figures. */
  isLine: boolean;
  onOpen: (dialog: EditorDialog) => void;
}

interface Act {
  id: string;
  label: ReactNode;
  /** As aria-keyshortcuts has them; '' where there are none. */
  keys: string;
  isOn?: boolean | undefined;
  canRun?: boolean | undefined;
  run: () => void;
}

/** The acts of an editor, with their keys; one stop of the Tab key, between them the arrows go. */
export function Toolbar({ editor, isLine, onOpen }: ToolbarProps) {
  const t = useTranslations('textEditor.toolbar');
  const bar = useRef<HTMLDivElement>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      heading: now.isActive('heading', { level: 1 }),
      subheading: now.isActive('heading', { level: 2 }),
      bold: now.isActive('bold'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      link: now.isActive('link'),
      table: now.isActive('table'),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();

  const blocks: Act[] = [
    {
      id: 'heading',
      label: t('heading'),
      keys: 'Control+Alt+1',
      isOn: on.heading,
      run: () => chain().toggleNode('heading', 'paragraph', { level: 1 }).run(),
    },
    {
      id: 'subheading',
      label: t('subheading'),
      keys: 'Control+Alt+2',
      isOn: on.subheading,
      run: () => chain().toggleNode('heading', 'paragraph', { level: 2 }).run(),
    },
  ];
  const lists: Act[] = [
    {
      id: 'bullets',
      label: t('bullets'),
      keys: 'Control+Shift+8',
      isOn: on.bullets,
      run: () => chain().toggleBulletList().run(),
    },
    {
      id: 'numbers',
      label: t('numbers'),
      keys: 'Control+Shift+7',
      isOn: on.numbers,
      run: () => chain().toggleOrderedList().run(),
    },
    {
      id: 'table',
      label: t('table'),
      keys: '',
      canRun: !on.table,
      run: () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
    { id: 'footnote', label: t('footnote'), keys: 'Control+Alt+F', run: () => onOpen('footnote') },
  ];
  const words: Act[] = [
    {
      id: 'bold',
      label: <b>{t('bold')}</b>,
      keys: 'Control+B',
      isOn: on.bold,
      run: () => chain().toggleMark('bold').run(),
    },
    { id: 'link', label: t('link'), keys: 'Control+Alt+K', isOn: on.link, run: () => onOpen('link') },
  ];
  const figures: Act[] = [
    { id: 'figure', label: t('figure'), keys: '', run: () => chain().insertContent('{{').run() },
    { id: 'choice', label: t('choice'), keys: 'Control+Alt+V', run: () => onOpen('choice') },
  ];
  const history: Act[] = [
    { id: 'undo', label: t('undo'), keys: 'Control+Z', canRun: on.canUndo, run: () => chain().undo().run() },
    { id: 'redo', label: t('redo'), keys: 'Control+Y', canRun: on.canRedo, run: () => chain().redo().run() },
  ];
  const groups = isLine ? [words, figures, history] : [blocks, words, lists, figures, history];

  function handleKey(event: KeyboardEvent) {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    const to = buttons[(next + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === to ? 0 : -1;
    to?.focus();
  }

  return (
    <div ref={bar} role="toolbar" aria-label={t('label')} className={styles.toolbar} onKeyDown={handleKey}>
      {groups.map((acts, group) => (
        <span key={acts[0]?.id} className={styles.group}>
          {acts.map((act, index) => (
            <ActButton key={act.id} act={act} isStop={group === 0 && index === 0} />
          ))}
        </span>
      ))}
      {on.table && !isLine && <TableActs editor={editor} />}
    </div>
  );
}

function ActButton({ act: { id, label, keys, isOn, canRun = true, run }, isStop }: { act: Act; isStop: boolean }) {
  const t = useTranslations('textEditor.toolbar');
  const hint = t(`hints.${id}` as 'hints.bold');
  return (
    <button
      type="button"
      className={styles.act}
      // The first is where Tab stops; from there the arrows set it.
      tabIndex={isStop ? 0 : -1}
      aria-pressed={isOn}
      aria-disabled={!canRun}
      aria-keyshortcuts={keys || undefined}
      title={keys === '' ? hint : `${hint} (${keys.replaceAll('Control', 'Ctrl').replace('Shift', t('shift'))})`}
      onClick={() => canRun && run()}
    >
      {label}
    </button>
  );
}

const TABLE_ACTS = {
  addRowAfter: 'rowBelow',
  addRowBefore: 'rowAbove',
  deleteRow: 'deleteRow',
  addColumnAfter: 'columnAfter',
  addColumnBefore: 'columnBefore',
  deleteColumn: 'deleteColumn',
  toggleHeaderRow: 'headerRow',
  deleteTable: 'deleteTable',
} as const;

/** What can be done to the table in which one writes. */
function TableActs({ editor }: { editor: Editor }) {
  const t = useTranslations('textEditor.toolbar.tableActs');
  const commands = Object.keys(TABLE_ACTS) as (keyof typeof TABLE_ACTS)[];
  return (
    <span className={styles.group} data-row="own">
      {commands.map((command) => (
        <button
          key={command}
          type="button"
          tabIndex={-1}
          className={styles.act}
          onClick={() => editor.chain().focus()[command]().run()}
        >
          {t(TABLE_ACTS[command])}
        </button>
      ))}
    </span>
  );
}
