'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { CONFIRMABLE_REGISTERS, type Register } from '#lib/domain/register.ts';
import type { LineAttachments } from '#lib/services/list-attachments.ts';
import type { RegisterView } from '#lib/services/list-register.ts';
import { Documents } from '../../../_components/documents/documents.tsx';
import { Coverage } from './coverage.tsx';
import { LINE_PARAMETER, NEW_LINE, openLine } from './line-address.ts';
import { LineForm } from './line-form.tsx';
import styles from './register-desk.module.css';
import { RegisterTable } from './register-table.tsx';

interface RegisterDeskProps {
  periodId: string;
  register: Register;
  view: RegisterView<Register>;
  /** null for registers whose lines take none. */
  documents: LineAttachments | null;
}

/** The lines, the one that is open, and what is said of committees without any. */
export function RegisterDesk({ periodId, register, view, documents }: RegisterDeskProps) {
  const t = useTranslations('registers');
  const search = useSearchParams();
  const named = search.get(LINE_PARAMETER);
  const line = view.lines.find(({ id }) => String(id) === named) ?? null;
  const [answer, setAnswer] = useState<string | null>(null);
  const confirmable = CONFIRMABLE_REGISTERS.find((each) => each === register) ?? null;
  const committee = line && 'committee' in line.content ? line.content.committee : null;
  const mayKeep = committee === null ? view.mayAdd : view.keeps.includes(committee);
  const add = () => openLine(NEW_LINE);

  function finish(text: string) {
    openLine(null);
    setAnswer(text);
  }

  return (
    <div className={styles.desk}>
      <div className={styles.list}>
        <div className={styles.bar}>
          {view.mayAdd && (
            <Button kind="primary" icon="add" onClick={add}>
              {t('add')}
            </Button>
          )}
          {answer !== null && (
            <Notice tone="good" live>
              {answer}
            </Notice>
          )}
        </div>
        <RegisterTable periodId={periodId} register={register} view={view} />
      </div>
      {confirmable && <Coverage periodId={periodId} register={confirmable} view={view} onAnswer={setAnswer} />}
      <Dialog
        open={line !== null || (named === NEW_LINE && view.mayAdd)}
        onClose={() => openLine(null)}
        title={t(line === null ? 'addTitle' : mayKeep ? 'editTitle' : 'showTitle', {
          register: t(`names.${register}`),
        })}
      >
        <LineForm
          key={line?.id ?? NEW_LINE}
          periodId={periodId}
          register={register}
          line={line}
          committees={mayKeep ? view.committees.filter(({ code }) => view.keeps.includes(code)) : view.committees}
          mayKeep={mayKeep}
          functions={view.functions}
          committee={search.getAll('udvalg').length === 1 ? search.get('udvalg') : null}
          onDone={finish}
          onCancel={() => openLine(null)}
        />
        {line && documents && (
          <Documents
            key={line.id}
            level={3}
            documents={documents.attachments.filter(({ lineId }) => lineId === line.id)}
            choices={
              documents.attachableLines.includes(line.id)
                ? [{ label: '', target: { target: documents.target, periodId, lineId: line.id } }]
                : []
            }
          />
        )}
      </Dialog>
    </div>
  );
}
