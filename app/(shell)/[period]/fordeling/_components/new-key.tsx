'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { Committee } from '#lib/domain/municipality.ts';
import { KeyForm } from './key-form.tsx';

interface NewKeyProps {
  period: string;
  committees: readonly Committee[];
  isFirst: boolean;
}

/** The way to one more key. */
export function NewKey({ period, committees, isFirst }: NewKeyProps) {
  const t = useTranslations('sharing');
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return <KeyForm period={period} committees={committees} sharingKey={null} onDone={() => setOpen(false)} />;
  return (
    <div>
      <Button kind={isFirst ? 'primary' : 'secondary'} onClick={() => setOpen(true)}>
        {t('new')}
      </Button>
    </div>
  );
}
