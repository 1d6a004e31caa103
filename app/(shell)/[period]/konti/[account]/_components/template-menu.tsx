'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Menu, type MenuEntry } from '#components/ui/menu.tsx';
import type { TemplateField } from '#lib/schemas/text-templates.ts';
import { TemplateDialog } from './template-dialog.tsx';
import styles from './template-menu.module.css';
import { useTextTemplates } from './text-templates.tsx';

interface TemplateMenuProps {
  field: TemplateField;
  /** The field's own label, which says on the page which text it is. */
  label: string;
  value: string;
  onChange: (text: string) => void;
}

/** A template's text in a field: alone where there is nothing, otherwise after what is there. */
function insertTemplate(value: string, text: string): string {
  return value.trim() === '' ? text : `${value.trimEnd()}\n${text}`;
}

/** The templates of a field: put one in, keep the present text as one, manage those there are. */
export function TemplateMenu({ field, label, value, onChange }: TemplateMenuProps) {
  const t = useTranslations('templates');
  const { templates, mayKeep } = useTextTemplates();
  const [shown, setShown] = useState<'new' | 'list' | null>(null);
  const own = templates.filter((template) => template.field === field);
  if (own.length === 0 && !mayKeep) return null;
  const entries: MenuEntry[] = own.map(({ id, name, text }) => ({
    id: String(id),
    label: name,
    hint: text,
    onChoose: () => onChange(insertTemplate(value, text)),
  }));
  if (mayKeep && value.trim() !== '') {
    entries.push({ id: 'keep', label: t('keep'), apart: own.length > 0, onChoose: () => setShown('new') });
  }
  if (mayKeep && own.length > 0) {
    entries.push({ id: 'manage', label: t('manage'), apart: value.trim() === '', onChoose: () => setShown('list') });
  }
  return (
    <div className={styles.menu}>
      <Menu
        label={t('of', { label })}
        entries={entries}
        note={own.length === 0 ? t(value.trim() === '' ? 'noneYet' : 'none') : undefined}
      >
        {t('open')}
      </Menu>
      <TemplateDialog
        field={field}
        shown={shown}
        text={value}
        templates={own}
        onShow={setShown}
        onClose={() => setShown(null)}
      />
    </div>
  );
}
