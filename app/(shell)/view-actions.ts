'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import { changeView } from '#lib/services/change-view.ts';
import type { Result } from '#lib/services/context.ts';
import { type ListedView, listViews } from '#lib/services/list-views.ts';
import { removeView } from '#lib/services/remove-view.ts';
import { saveView } from '#lib/services/save-view.ts';

/** The views of a list that the person can choose. */
export async function listSavedViews(list: string): Promise<ListedView[]> {
  return listViews(await currentContext(), list);
}

export async function saveListView(input: {
  list: string;
  name: string;
  address: string;
  isShared: boolean;
}): Promise<Result<number>> {
  return saveView(await currentContext(), input);
}

export async function changeListView(input: { id: number; name: string; isShared: boolean }): Promise<Result<null>> {
  return changeView(await currentContext(), input);
}

export async function removeListView(input: { id: number }): Promise<Result<null>> {
  return removeView(await currentContext(), input);
}
