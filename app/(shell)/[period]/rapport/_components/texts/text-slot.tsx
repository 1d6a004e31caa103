'use client';

import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { type Acknowledgement, isEmptyText, SHARED } from '#lib/domain/report-text.ts';
import type { TextSlot as Slot, TextSide } from '#lib/services/get-report-texts.ts';
import type { TextFrame } from './text-calls.ts';
import styles from './text-slot.module.css';
import { standingOf, TextStanding, TextStatusTag } from './text-standing.tsx';

/** Reading a report takes no editor. */
const TextDesk = dynamic(() => import('./text-desk.tsx').then((module) => module.TextDesk), {
  ssr: false,
  loading: Opening,
});

function Opening() {
  const t = useTranslations('common');
  return <Skeleton lines={6} label={t('loading')} />;
}

/** The parameters by which an address opens a text; a shared one has `ejer` too. */
const TEXT_PARAMETER = 'tekst';
const OWNER_PARAMETER = 'ejer';
const SHARED_OWNER = 'faelles';

interface TextSlotProps {
  frame: TextFrame;
  slot: Slot;
  /** The heading that it stands under, and the level on the page of headings within the text. */
  title: string;
  topLevel: number;
  acknowledgements: readonly Acknowledgement[];
  /** The texts as they stand in the report; null where there is none. */
  shared: ReactNode;
  own: ReactNode;
}

/** A place for text in the report: what is written there for all committees and by this one, and where it is written. */
export function TextSlot({ slot, shared, own, ...rest }: TextSlotProps) {
  return (
    <div className={styles.slot}>
      <Side {...rest} place={slot.place} side={slot.shared} shown={shared} />
      <Side {...rest} place={slot.place} side={slot.own} shown={own} />
    </div>
  );
}

interface SideProps extends Omit<TextSlotProps, 'slot' | 'shared' | 'own'> {
  place: Slot['place'];
  side: TextSide;
  shown: ReactNode;
}

/** Lets the address say which text is open; the page is not fetched anew for that. */
function openInAddress(place: string, isShared: boolean, isOpen: boolean): void {
  const address = new URL(window.location.href);
  address.hash = '';
  address.searchParams.delete(TEXT_PARAMETER);
  address.searchParams.delete(OWNER_PARAMETER);
  if (isOpen) address.searchParams.set(TEXT_PARAMETER, place);
  if (isOpen && isShared) address.searchParams.set(OWNER_PARAMETER, SHARED_OWNER);
  window.history.pushState(null, '', address);
}

function Side({ frame, place, side, title, topLevel, acknowledgements, shown }: SideProps) {
  const t = useTranslations('reportTexts');
  const search = useSearchParams();
  // The report around it is in Danish, whatever the screens are in.
  const language = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const { text, may } = side;
  const isShared = side.owner === SHARED;
  const isAsked = search.get(TEXT_PARAMETER) === place && (search.get(OWNER_PARAMETER) === SHARED_OWNER) === isShared;
  const canOpen = (may.write && !frame.isLocked) || may.approve || may.return;
  const isOpen = isAsked && canOpen;
  const isWritten = text !== null && !isEmptyText(text.document);
  const wasOpen = useRef(false);
  const { owner } = side;
  const said = useMemo(
    () => acknowledgements.filter((one) => one.place === place && one.owner === owner),
    [acknowledgements, place, owner],
  );

  const arrive = useEffectEvent((opens: boolean) => {
    if (opens) root.current?.scrollIntoView({ block: 'start' });
    // The focus goes back to where the text was opened.
    else if (wasOpen.current) root.current?.querySelector('button')?.focus();
    wasOpen.current = opens;
  });
  useEffect(() => arrive(isOpen), [isOpen]);

  if (isOpen) {
    return (
      <div ref={root} lang={language}>
        <TextDesk
          frame={frame}
          place={place}
          side={side}
          title={title}
          topLevel={topLevel}
          acknowledgements={said}
          onClose={() => openInAddress(place, isShared, false)}
        />
      </div>
    );
  }
  if (!isWritten && text === null && !may.write) return null;
  const open = (
    <Button kind="quiet" icon={isWritten ? 'edit' : 'add'} onClick={() => openInAddress(place, isShared, true)}>
      {isWritten ? t(may.write ? 'edit' : 'look') : t(isShared ? 'writeShared' : 'writeOwn')}
      <VisuallyHidden> {t(isShared ? 'ofShared' : 'ofOwn', { place: title })}</VisuallyHidden>
    </Button>
  );
  return (
    <div ref={root} className={styles.side} data-written={isWritten}>
      {shown}
      <div className={styles.standing} lang={language}>
        {isWritten && <span className={styles.owner}>{t(isShared ? 'shared' : 'own')}</span>}
        {text !== null && <TextStatusTag status={standingOf(text)} />}
        {text !== null && <TextStanding text={text} />}
        {canOpen && open}
        {!isWritten && side.earlier !== null && may.write && (
          <span>{t('hasEarlier', { year: String(side.earlier.fiscalYear) })}</span>
        )}
      </div>
    </div>
  );
}
