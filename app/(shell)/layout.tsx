import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { currentOwnCaller } from '#lib/auth/current-context.ts';
import { countTasks } from '#lib/services/count-tasks.ts';
import { getShell } from '#lib/services/get-shell.ts';
import { listDrafts } from '#lib/services/list-drafts.ts';
import { listTextDrafts } from '#lib/services/list-text-drafts.ts';
import { NAVIGATION_COOKIE, PERIOD_COOKIE, parseTheme, THEME_COOKIE } from '../preferences.ts';
import { CurrentPeriodProvider } from './_components/current-period.tsx';
import { firstPeriod } from './_components/first-period.ts';
import { Frame } from './_components/frame.tsx';
import { HelpProvider } from './_components/help/help-desk.tsx';
import { listPlaces } from './_components/places.ts';
import { TopBar } from './_components/top-bar.tsx';

/** The frame around every page: places, municipality, period, person. */
export default async function ShellLayout({ children }: { children: ReactNode }) {
  const { context, lacksSecondFactor } = await currentOwnCaller();
  const [shell, waiting, accounts, texts] = await Promise.all([
    getShell(context),
    lacksSecondFactor ? 0 : countTasks(context),
    lacksSecondFactor ? [] : listDrafts(context),
    lacksSecondFactor ? [] : listTextDrafts(context),
  ]);
  const kept = await cookies();
  const places = listPlaces(shell.actor);
  return (
    <CurrentPeriodProvider first={firstPeriod(shell.periods, kept.get(PERIOD_COOKIE)?.value)}>
      <HelpProvider>
        <Frame
          initiallyFolded={kept.get(NAVIGATION_COOKIE)?.value === 'folded'}
          places={places}
          waiting={waiting}
          topBar={
            <TopBar
              shell={shell}
              theme={parseTheme(kept.get(THEME_COOKIE)?.value)}
              places={places}
              drafts={{ accounts, texts }}
            />
          }
        >
          {children}
        </Frame>
      </HelpProvider>
    </CurrentPeriodProvider>
  );
}
