'use client';

import { useMemo } from 'react';
import type { ViewKeeper } from '#components/data-table/views.ts';
import type { ViewedList } from '#lib/schemas/views.ts';
import type { Result } from '#lib/services/context.ts';
import { useProblemText } from '../../problem-text.ts';
import { changeListView, listSavedViews, removeListView, saveListView } from '../view-actions.ts';

const NONE: readonly string[] = [];

/** Keeps the views of a list on the server. `parameters`: what of the page's address belongs to a view beside the list's own. */
export function useSavedViews(list: ViewedList, parameters: readonly string[] = NONE): ViewKeeper {
  const problemText = useProblemText();
  return useMemo(() => {
    const inWords = (result: Result<unknown>): string | null => {
      const [first] = result.ok ? [] : result.problems;
      return first ? problemText(first) : null;
    };
    return {
      parameters,
      list: () => listSavedViews(list),
      save: async ({ name, address, isShared }) => inWords(await saveListView({ list, name, address, isShared })),
      change: async (id, { name, isShared }) => inWords(await changeListView({ id, name, isShared })),
      remove: async (id) => inWords(await removeListView({ id })),
    };
  }, [list, parameters, problemText]);
}
