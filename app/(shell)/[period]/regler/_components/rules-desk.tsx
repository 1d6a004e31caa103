'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { RulesPage, RuleView } from '#lib/services/get-rules.ts';
import { type Answer, AnswerNotice } from './answer-notice.tsx';
import { RuleCard } from './rule-card.tsx';
import { RuleForm } from './rule-form.tsx';
import styles from './rules.module.css';

/** The rules one under the other, and a form for a new one or one that changes. */
export function RulesDesk({ page }: { page: RulesPage }) {
  const t = useTranslations('rules');
  const { period, rules, units, functions } = page;
  const [edited, setEdited] = useState<RuleView | 'new' | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const add = (
    <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <div className={styles.desk}>
      {answer && <AnswerNotice answer={answer} />}
      {rules.length === 0 ? (
        <EmptyState title={t('emptyTitle')} action={units.length > 0 && add}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <>
          {units.length > 0 && <div>{add}</div>}
          {rules.map((rule) => (
            <RuleCard
              key={rule.id}
              periodId={period.id}
              rule={rule}
              onEdit={() => setEdited(rule)}
              onAnswer={setAnswer}
            />
          ))}
        </>
      )}
      <Dialog
        open={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === null || edited === 'new' ? t('add') : t('editOf', { name: edited.name })}
      >
        {edited !== null && (
          <RuleForm
            periodId={period.id}
            rule={edited === 'new' ? null : edited}
            units={units}
            functions={functions}
            onCancel={() => setEdited(null)}
            onSaved={(name) => {
              setEdited(null);
              setAnswer({ kind: 'said', text: t('saved', { name }) });
            }}
          />
        )}
      </Dialog>
    </div>
  );
}
