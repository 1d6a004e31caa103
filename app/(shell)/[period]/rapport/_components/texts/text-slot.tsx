'use client';

import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { ButtonLink } from '#components/ui/button.tsx';
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

/** The address of the page with a text open in it; null: with none. */
function useTextAddress(): (opened: { place: string; isShared: boolean } | null) => Route {
  const path = usePathname();
  const search = useSearchParams();
  return (opened) => {
    const asked = new URLSearchParams(search);
    asked.delete(TEXT_PARAMETER);
    asked.delete(OWNER_PARAMETER);
    if (opened !== null) asked.set(TEXT_PARAMETER, opened.place);
    if (opened?.isShared) asked.set(OWNER_PARAMETER, SHARED_OWNER);
    return `${path}?${asked}` as Route;
  };
}

/** Lets the address say which text is open, at once: the page under it is fetched when the text stands there. */
function goTo(address: Route): void {
  window.history.pushState(null, '', address);
}

function Side({ frame, place, side, title, topLevel, acknowledgements, shown }: SideProps) {
  const t = useTranslations('reportTexts');
  const search = useSearchParams();
  // The report around it is in Danish, whatever the screens are in.
  const language = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const standing = useRef<HTMLDivElement>(null);
  const { text, may } = side;
  const isShared = side.owner === SHARED;
  const isAsked = search.get(TEXT_PARAMETER) === place && (search.get(OWNER_PARAMETER) === SHARED_OWNER) === isShared;
  const canOpen = (may.write && !frame.isLocked) || may.approve || may.return;
  const isOpen = isAsked && canOpen;
  const isWritten = text !== null && !isEmptyText(text.document);
  const wasOpen = useRef<boolean | null>(null);
  const router = useRouter();
  const addressOf = useTextAddress();
  const { owner } = side;
  const said = useMemo(
    () => acknowledgements.filter((one) => one.place === place && one.owner === owner),
    [acknowledgements, place, owner],
  );

  const arrive = useEffectEvent((opens: boolean) => {
    if (opens) root.current?.scrollIntoView({ block: 'start' });
    // The focus goes back to where the text was opened.
    else if (wasOpen.current) standing.current?.querySelector('a')?.focus();
    // The router knows the new address, and still the old one's page: its next refresh would go to the top of the page
    // for that. It also brings what others have stored since the page was read.
    if (wasOpen.current !== null && wasOpen.current !== opens) {
      router.replace(`${window.location.pathname}${window.location.search}` as Route, { scroll: false });
    }
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
          onClose={() => goTo(addressOf(null))}
        />
      </div>
    );
  }
  if (!isWritten && text === null && !may.write) return null;
  const open = (
    <ButtonLink
      kind="quiet"
      icon={isWritten ? 'edit' : 'add'}
      href={addressOf({ place, isShared })}
      prefetch={false}
      scroll={false}
      onNavigate={(event) => {
        // Before the page has come alive the router hears nothing of the history: then it is a link as any other.
        if (wasOpen.current === null) return;
        event.preventDefault();
        goTo(addressOf({ place, isShared }));
      }}
    >
      {isWritten ? t(may.write ? 'edit' : 'look') : t(isShared ? 'writeShared' : 'writeOwn')}
      <VisuallyHidden> {t(isShared ? 'ofShared' : 'ofOwn', { place: title })}</VisuallyHidden>
    </ButtonLink>
  );
  return (
    <div ref={root} className={styles.side} data-written={isWritten}>
      {shown}
      <div ref={standing} className={styles.standing} lang={language}>
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
